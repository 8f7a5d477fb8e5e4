import { optionLabel } from '../../form/outputs/readable.ts'
import type { PaperQuestion, Place, Rule } from '../../form/outputs/on-paper.ts'
import type { Wording } from '../../form/wording.ts'
import { locale } from '../../words/dates.ts'

/** The ticks that decide, as a person reads them: “By email”, “By phone” or “By letter”. */
export function ticks(
  { number, options }: Pick<Rule, 'number' | 'options'>,
  paper: readonly PaperQuestion[],
  wording: Wording,
): string {
  const question = paper[number - 1]?.question
  if (!question) throw new Error(`The form has no question ${number}.`)
  const labels = options.map((option) =>
    wording.t('paper.option', { option: optionLabel(question.id, question.options, option, wording) }),
  )
  return new Intl.ListFormat(locale(wording.language), { type: 'disjunction' }).format(labels)
}

/** Whom a question is for, in whole sentences; none where everyone who gets here answers it. */
export function notes(
  { number: from, only, upTo: to, otherwise }: PaperQuestion,
  paper: readonly PaperQuestion[],
  wording: Wording,
): readonly string[] {
  return only.map((rule) => {
    const key = `paper.only.${to > from ? 'row' : 'one'}${rule.is ? '' : '-not'}`
    const next = place(otherwise, wording)
    return wording.t(key, { options: ticks(rule, paper, wording), number: rule.number, from, to, next })
  })
}

/** Where to go on, as part of a sentence: question 15, or the part that follows the questions. */
export const place = (next: Place, { t }: Wording): string =>
  next === 'end'
    ? t('paper.next.end', { heading: t('paper.helper.title') })
    : t('paper.next.question', { number: next })
