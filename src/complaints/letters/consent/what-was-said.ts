import { optionLabel } from '../../../form/outputs/readable.ts'
import type { ConsentFacts, May } from '../../consent/ports.ts'
import { written, type Writing } from '../facts.ts'

type Fact = readonly [string, string]

const kinds: readonly May[] = ['act', 'receive', 'see']

/** What a yes lets the representative do, in the words of the question. */
export const mayDo = (consent: ConsentFacts, { wording }: Pick<Writing, 'wording'>): readonly string[] =>
  kinds.filter((what) => consent[`may_${what}`]).map((what) => optionLabel('consent-may', [], what, wording))

/** The answer, line by line; `labels` gives the name of each line, to the person or to the team. */
export function whatWasSaid(
  consent: ConsentFacts,
  writing: Writing,
  labels: Readonly<Record<'answer' | 'may' | 'name' | 'helper' | 'day' | 'back', string>>,
): readonly Fact[] {
  const { wording } = writing
  const lines: readonly Fact[] = [
    [labels.answer, consent.answer ? optionLabel('consent-answer', [], consent.answer, wording) : ''],
    [labels.may, mayDo(consent, writing).join('. ')],
    [labels.name, consent.typed_name ?? ''],
    [labels.helper, consent.helper ?? ''],
    [labels.day, consent.answered_on ? written(writing, consent.answered_on) : ''],
    [labels.back, consent.withdrawn_on ? written(writing, consent.withdrawn_on) : ''],
  ]
  return lines.filter(([, said]) => said)
}
