import { expect, it } from 'vitest'
import { compose } from '../../src/complaints/send-mail.ts'
import { council } from '../../src/council/council.ts'
import { transcript } from '../../src/form/outputs/transcript.ts'
import { complain } from '../../src/form/journeys/complain.ts'
import { questionsOf } from '../../src/form/journey.ts'
import { wordingOf } from '../../src/form/wording.ts'
import { loadWords } from '../../src/words/load.ts'
import { isolated } from '../../src/words/direction.ts'
import { wording } from '../form/journeys.ts'
import { lettersFacts, madeUp } from './made-up.ts'

/** The council with Urdu among its editions, its own texts in English: only the portal's are looked at. */
const inUrduToo = JSON.parse(JSON.stringify(council), (_, held: unknown) =>
  typeof held === 'object' && held !== null && 'en' in held ? { ...held, ur: held.en } : held,
) as typeof council
const withUrdu: typeof council = {
  ...inUrduToo,
  languages: [
    ...council.languages.filter(({ tag }) => tag !== 'ur'),
    { tag: 'ur', name: 'اردو', dir: 'rtl', status: 'published' },
  ],
}
const urdu = wordingOf(
  'ur',
  { ...loadWords('en'), questions: loadWords('ur')['questions'] ?? {} },
  () => 'کوڑا',
)
const wordingIn = (language: string) => (language === 'ur' ? urdu : wording)

const answered = (id: string, value: string | readonly string[]) => {
  const question = questionsOf(complain).find((each) => each.id === id)
  if (!question) throw new Error(`The form does not ask ${id}.`)
  return { question, value: value as string }
}
const told = transcript(
  [
    answered('kind', 'complaint'),
    answered('service', 'bins'),
    answered('what-happened', 'کوڑا نہیں اٹھایا گیا۔'),
    answered('happened-on', '2026-09'),
  ],
  urdu,
)
const complaint = { ...lettersFacts({}, null), transcript: told }
const letter = (
  template: 'new-submission' | 'thanks',
  recipient: 'complaints-team' | 'complainant',
  language: string,
) =>
  compose(
    {
      id: 'm',
      template,
      recipient,
      language,
      attempts: 1,
      complaint: { ...complaint, kind: template === 'thanks' ? 'compliment' : 'complaint' },
    },
    { council: withUrdu, wordingIn, ...madeUp },
  )!

it('tells the team in English what was chosen, and as it was written what was written', () => {
  const { text = '', html = '', subject } = letter('new-submission', 'complaints-team', 'ur')
  expect(subject).toMatch(/^New complaint /)
  expect(text).toContain('The person uses our Urdu pages.')
  const { t } = wording
  for (const known of [
    t('questions.kind.label'),
    t('questions.kind.options.complaint'),
    wording.serviceName('bins'),
    t('questions.what-happened.label'),
    'September 2026',
    'کوڑا نہیں اٹھایا گیا۔',
  ])
    expect(text).toContain(known)
  expect(text).not.toContain(urdu.t('questions.what-happened.label'))
  expect(html).toContain('<html lang="en" dir="ltr">')
})

it('says nothing of editions where the person uses the English one', () => {
  expect(letter('new-submission', 'complaints-team', 'en').text).not.toContain('The person uses our')
})

it('writes to the person in their language, from right to left where it runs so', () => {
  const { html = '', text = '' } = letter('thanks', 'complainant', 'ur')
  expect(html).toContain('<html lang="ur" dir="rtl">')
  expect(html).toMatch(/<div style="[^"]*text-align:right[^"]*" role="article" lang="ur" dir="rtl">/)
  expect(html).not.toMatch(/text-align:left|padding:0 16px 4px 0/)
  // A number in a sentence keeps its order, on the page and in plain text.
  expect(text).toContain(isolated(council.contacts.complaints.phone, 'ur'))
})
