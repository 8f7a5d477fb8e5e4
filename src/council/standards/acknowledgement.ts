import type { Path } from '../contradictions.ts'
import type { Stage } from '../council.ts'
import type { Count } from '../deadlines.ts'
import type { Remark } from '../standards.ts'
import { inWords, isLonger } from './later.ts'

/** A stage whose acknowledgement has no time, or a longer one than `most`. `rule` names what sets it, with its verb: "The Code, 6.2, wants". */
export function acknowledgement(stage: Stage, path: Path, most: Count, rule: string): Remark[] {
  const { acknowledge } = stage
  const allowed = `${rule} an acknowledgement within ${inWords(most)} of ${startOf(stage)}`
  if (!acknowledge) {
    return [
      {
        path: [...path, 'acknowledge'],
        what: 'is null',
        rule: allowed,
        mend: `Give it a time of ${most.within} or less.`,
      },
    ]
  }
  if (!isLonger(acknowledge, most)) return []
  return [
    {
      path: [...path, 'acknowledge', 'within'],
      what: `is ${inWords(acknowledge)}`,
      rule: allowed,
      mend: `Write ${inWords(most)} or less.`,
    },
  ]
}

/** What begins a stage: only those that are asked for say who decides anew. */
export const startOf = ({ newDecider }: Stage): string =>
  newDecider === undefined ? 'receipt' : 'the request'
