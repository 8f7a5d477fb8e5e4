import type { Verdict as Given } from '../../report/verdict.ts'
import type { ReportEdition } from './report-words.ts'

/** Points up, runs level, or points down and is hollow: told apart without colour. */
const shapes: Partial<Record<Given, string>> = {
  better: 'M6 1 11 11H1Z',
  same: 'M1 4.5H11V7.5H1Z',
  worse: 'M6 11 11 1H1Z',
}

/** What a figure is called beside the year before’s; null where the two cannot be compared. */
export function Verdict({ verdict, here: { r } }: { verdict: Given | null; here: ReportEdition }) {
  const shape = verdict && shapes[verdict]
  return (
    <b class={`verdict verdict--${verdict ?? 'unknown'}`}>
      {shape && (
        <svg aria-hidden="true" viewBox="0 0 12 12">
          <path d={shape} />
        </svg>
      )}
      {r(`report.verdicts.${verdict ?? 'unknown'}`)}
    </b>
  )
}
