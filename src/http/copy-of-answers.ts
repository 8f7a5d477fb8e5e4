import { plainText } from '../complaints/letters/letter.ts'
import { londonDay } from '../council/working-days.ts'
import type { Journey } from '../form/journey.ts'
import { transcript } from '../form/outputs/transcript.ts'
import type { Outcome } from '../form/validate.ts'
import { dayInWords } from '../words/dates.ts'
import { download } from './answer.ts'
import type { Edition } from './edition.ts'

/** What was written, as a text file for the person to keep: nothing of it is kept here. */
export function copyOfAnswers(
  { id }: Journey,
  { answers, leftOver }: Outcome,
  { wording, facts }: Edition,
  now: Date,
): Response {
  const { t, language } = wording
  const day = dayInWords(londonDay(now), language)
  const text = plainText(
    {
      subject: '',
      blocks: [
        { heading: t(`${id}.title`) },
        { paragraph: t('form.copy.lead', { day }) },
        { paragraph: t('form.problem.ring', { phone: facts.intro.phone }) },
        { exchanges: transcript([...answers, ...leftOver], wording) },
      ],
    },
    language,
  )
  return download(new TextEncoder().encode(text), 'answers.txt', 'text/plain; charset=utf-8')
}
