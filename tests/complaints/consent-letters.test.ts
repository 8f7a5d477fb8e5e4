import { describe, expect, it } from 'vitest'
import type { ConsentFacts } from '../../src/complaints/consent/ports.ts'
import { situationOf, type Situation } from '../../src/complaints/consent/situation.ts'
import type { ConsentTemplate, DueMessage, Recipient } from '../../src/complaints/letters/ports.ts'
import { compose } from '../../src/complaints/send-mail.ts'
import { council } from '../../src/council/council.ts'
import { wording } from '../form/journeys.ts'
import { lettersFacts, madeUp } from './made-up.ts'

const key = '7f0c2b7e-5a55-4e0e-9f59-0c9f6a1d2e3b'
const [code, link] = [madeUp.keys.code(key), madeUp.keys.link(key)]

/** All that the record could give to anybody: what a letter leaves out of it, it leaves out by itself. */
const everything: ConsentFacts = {
  state: 'asked',
  answer: null,
  asked_on: '2026-12-01',
  answered_on: '2026-12-03',
  withdrawn_on: null,
  answer_by: '2026-12-29',
  representative: { name: 'Amara Obi', email: 'amara@example.org' },
  affected: { name: 'Idris Kemble', email: 'idris@example.org' },
  key,
  may_act: true,
  may_receive: true,
  may_see: false,
  answered_by: 'link',
  typed_name: 'I. Kemble-Signed',
  helper: 'Rosa Lind, interpreter',
  go_on_alone: null,
  reach: '07700 900123, mornings only',
  replied_on: null,
}

const states: Record<Situation, Partial<ConsentFacts>> = {
  asked: {
    answered_by: null,
    typed_name: null,
    helper: null,
    reach: null,
    may_act: false,
    may_receive: false,
  },
  'talk-first': { answer: 'talk-first', may_act: false, may_receive: false },
  claimed: { state: 'claimed', answer: 'yes' },
  confirmed: { state: 'confirmed', answer: 'yes' },
  refused: { state: 'refused', answer: 'no', may_act: false, may_receive: false },
  withdrawn: { state: 'withdrawn', answer: 'yes', withdrawn_on: '2026-12-20' },
  expired: { state: 'expired', may_act: false, may_receive: false },
  over: { state: 'expired', answer: 'yes' },
}

function mail(
  template: ConsentTemplate,
  recipient: Recipient,
  situation: Situation,
  change: Partial<ConsentFacts> = {},
) {
  const consent = { ...everything, ...states[situation], ...change }
  const complaint = lettersFacts({ where: 'Weathervane Lane', risk: 'yes' })
  const message: DueMessage = {
    id: 'm',
    template,
    recipient,
    language: 'en',
    attempts: 1,
    complaint,
    consent,
  }
  return compose(message, { council, wordingIn: () => wording, ...madeUp })
}

/** Words that stand for each fact, and who may ever read it, in which letter. */
const facts = {
  'the representative’s name': 'Amara Obi',
  'the person’s name': 'Idris Kemble',
  'the service': 'Bins and recycling',
  'the link': link,
  'the code': code,
  'what was ticked': 'Get your replies to it',
  'the name they signed with': 'I. Kemble-Signed',
  'who helped': 'Rosa Lind',
  'how to reach them': '07700 900123',
  'the person’s address': 'idris@example.org',
  'the representative’s address': 'amara@example.org',
  'what happened': 'full of fish',
  'where it happened': 'Weathervane',
  'what would put it right': 'say sorry',
  'the name on the complaint': 'Łukasz',
} as const
type Fact = keyof typeof facts

const names: Fact[] = ['the representative’s name', 'the person’s name']
const question: Fact[] = [...names, 'the service', 'the link', 'the code']
const answer: Fact[] = ['what was ticked', 'the name they signed with', 'who helped']

/** Who gets which fact, when. Whatever is not named is not in the letter. */
const table: [ConsentTemplate, Recipient, Situation, Fact[] | 'no letter'][] = [
  ['consent-request', 'affected', 'asked', question],
  ['consent-request', 'affected', 'claimed', 'no letter'],
  ['consent-request', 'affected', 'expired', 'no letter'],
  ['consent-reminder', 'affected', 'asked', question],
  ['consent-reminder', 'affected', 'talk-first', 'no letter'],
  ['consent-reminder', 'affected', 'refused', 'no letter'],
  ['consent-reminder', 'representative', 'asked', [...names, 'the link']],
  ['consent-reminder', 'representative', 'withdrawn', 'no letter'],
  ['consent-copy', 'affected', 'asked', 'no letter'],
  ['consent-copy', 'affected', 'claimed', [...question, ...answer]],
  ['consent-copy', 'affected', 'confirmed', [...question, ...answer]],
  [
    'consent-copy',
    'affected',
    'refused',
    [...names, 'the service', 'the name they signed with', 'who helped'],
  ],
  [
    'consent-copy',
    'affected',
    'talk-first',
    [...names, 'the service', 'the name they signed with', 'who helped'],
  ],
  ['consent-copy', 'affected', 'withdrawn', [...names, 'the service', ...answer]],
  ['consent-answered', 'representative', 'asked', 'no letter'],
  ['consent-answered', 'representative', 'claimed', names],
  ['consent-answered', 'representative', 'confirmed', [...names, 'what was ticked']],
  ['consent-answered', 'representative', 'refused', names],
  ['consent-answered', 'representative', 'talk-first', names],
  ['consent-answered', 'representative', 'withdrawn', names],
  ['consent-answered', 'representative', 'expired', names],
  ['consent-answered', 'representative', 'over', names],
  ['consent-to-team', 'complaints-team', 'asked', [...names, 'the service', 'the link']],
  [
    'consent-to-team',
    'complaints-team',
    'claimed',
    [...names, 'the service', ...answer, 'how to reach them'],
  ],
  [
    'consent-to-team',
    'complaints-team',
    'confirmed',
    [...names, 'the service', ...answer, 'how to reach them'],
  ],
  [
    'consent-to-team',
    'complaints-team',
    'refused',
    [...names, 'the service', 'the name they signed with', 'who helped', 'how to reach them'],
  ],
  [
    'consent-to-team',
    'complaints-team',
    'talk-first',
    [...names, 'the service', 'the name they signed with', 'who helped', 'how to reach them'],
  ],
  [
    'consent-to-team',
    'complaints-team',
    'withdrawn',
    [...names, 'the service', ...answer, 'how to reach them'],
  ],
  [
    'consent-to-team',
    'complaints-team',
    'expired',
    [...names, 'the service', 'the name they signed with', 'who helped', 'how to reach them'],
  ],
  ['consent-to-team', 'complaints-team', 'over', [...names, 'the service', ...answer, 'how to reach them']],
]

describe('who gets which fact about a consent', () => {
  it.each(table)('%s to %s, once it is %s: %j', (template, recipient, situation, told) => {
    const letter = mail(template, recipient, situation)
    if (told === 'no letter') return expect(letter).toBeNull()
    const found = (Object.keys(facts) as Fact[]).filter((fact) => letter?.text?.includes(facts[fact]))
    expect(found.sort()).toEqual([...told].sort())
    for (const fact of Object.keys(facts) as Fact[])
      expect(letter!.html.includes(facts[fact]), fact).toBe(told.includes(fact))
  })

  it('says of every letter and state who gets it: a new one needs a line here', () => {
    const has = (template: ConsentTemplate, situation: Situation) =>
      table.some(([one, , other]) => one === template && other === situation)
    for (const situation of Object.keys(states) as Situation[])
      expect(has('consent-to-team', situation) && has('consent-answered', situation), situation).toBe(true)
    expect(
      Object.keys(states).map((name) => situationOf({ ...everything, ...states[name as Situation] })),
    ).toEqual(Object.keys(states))
  })
})

describe('a letter about consent', () => {
  const letters = table.filter(([, , , told]) => told !== 'no letter')

  it.each(letters)('names nobody in its subject: %s to %s, %s', (template, recipient, situation) => {
    const { subject } = mail(template, recipient, situation)!
    expect(subject).toContain('7KM-2RX-9TC')
    expect(subject).not.toMatch(/Amara|Idris|Łukasz|Bins|@/)
  })

  it.each(letters)('goes to its reader alone: %s to %s, %s', (template, recipient, situation) => {
    const to = {
      affected: 'idris@example.org',
      representative: 'amara@example.org',
      'complaints-team': council.contacts.complaints.email,
    }[recipient as 'affected']
    expect(mail(template, recipient, situation)!.to).toBe(to)
  })

  it('is none where its reader has no address, and never goes to the other', () => {
    expect(
      mail('consent-copy', 'affected', 'claimed', { affected: { name: 'Idris', email: null } }),
    ).toBeNull()
    expect(
      mail('consent-answered', 'representative', 'claimed', {
        representative: { name: 'Amara', email: null },
      }),
    ).toBeNull()
  })

  it.each(letters)('runs nothing that somebody wrote: %s to %s, %s', (template, recipient, situation) => {
    const hostile = '</p><script>alert(1)</script>{reference}'
    const html = mail(template, recipient, situation, {
      representative: { name: hostile, email: 'amara@example.org' },
      affected: { name: hostile, email: 'idris@example.org' },
      typed_name: hostile,
      helper: hostile,
      reach: hostile,
    })!.html
    expect(html).not.toContain('<script')
    expect(html).toContain('&lt;script>alert(1)&lt;/script>{reference}')
  })

  it('tells the team what is left to do where somebody cannot be told by email', () => {
    const told = (change: Partial<ConsentFacts>) =>
      mail('consent-to-team', 'complaints-team', 'refused', change)!.text
    const without = told({
      representative: { name: 'Amara Obi', email: null },
      affected: { name: 'Idris Kemble', email: null },
    })
    expect(without).toContain('The representative has no email address here')
    expect(without).toContain('The person has no email address here')
    expect(told({})).not.toContain('has no email address here')
  })

  it('tells the team that a reply had already gone when a yes was taken back', () => {
    const told = (replied_on: string | null) =>
      mail('consent-to-team', 'complaints-team', 'withdrawn', { replied_on })!.text
    expect(told('2026-12-15')).toContain('Our reply had already gone, on Tuesday 15 December 2026')
    expect(told(null)).not.toContain('had already gone')
  })

  it.each(['yes', 'no', 'not-sure', null] as const)(
    'says whether the person goes on alone: %s',
    (go_on_alone) => {
      const key = go_on_alone ?? 'unsaid'
      const { phone } = council.contacts.complaints
      expect(mail('consent-copy', 'affected', 'withdrawn', { go_on_alone })!.text).toContain(
        wording.t(`consent-letters.copy.alone.${key}`, { phone }),
      )
      expect(mail('consent-to-team', 'complaints-team', 'withdrawn', { go_on_alone })!.text).toContain(
        wording.t(`consent-letters.team.alone.${key}`),
      )
      expect(mail('consent-answered', 'representative', 'withdrawn', { go_on_alone })!.text).toBe(
        mail('consent-answered', 'representative', 'withdrawn')!.text,
      )
    },
  )
})
