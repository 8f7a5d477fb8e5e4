import { limits, monthly, ofParts, units } from './checks/averages.ts'
import type { Check, Fault } from './checks/check.ts'
import { bases, countedTwice, flows, halves, sums } from './checks/counts.ts'
import { hundred, unsaid } from './checks/shares.ts'
import type { Statement } from './checks/statements.ts'
import { quotes, ruleless, verdicts } from './checks/verdicts.ts'

/** Every way in which the figures of a report are held against each other: those in which S3 fails (DOMAIN 13.4). */
export const checks: readonly Check[] = [
  countedTwice,
  sums,
  flows,
  bases,
  halves,
  hundred,
  unsaid,
  monthly,
  ofParts,
  units,
  limits,
  verdicts,
  ruleless,
  quotes,
]

/** What is wrong, with the name of the check that found it. */
export interface Named extends Fault {
  readonly check: string
}

/** Holds what a report says against itself. */
export const faultsIn = (statements: readonly Statement[]): readonly Named[] =>
  checks.flatMap(({ id, faults }) => faults(statements).map((fault) => ({ check: id, ...fault })))
