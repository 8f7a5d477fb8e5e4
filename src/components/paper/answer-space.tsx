import type { Question } from '../../form/question.ts'
import type { Wording } from '../../form/wording.ts'

/** Lines to write on: enough for what people mostly say, not for the longest answer that the form can take. */
export function linesFor({ kind, max = 0 }: Question): number {
  // Copies go into the envelope.
  if (kind === 'files') return 0
  if (kind !== 'long-text') return 1
  if (max > 10_000) return 9
  return max > 2000 ? 3 : 2
}

/** Rules drawn as borders, since browsers leave backgrounds out of print. */
export const Lines = ({ count }: { count: number }) => (
  <div class="lines" aria-hidden="true">
    {Array.from({ length: count }, (_, line) => (
      <span key={line} />
    ))}
  </div>
)

/** Boxes for a date's parts, each under its name. */
export const DateBoxes = ({ question, wording: { t } }: { question: Question; wording: Wording }) => (
  <ul class="date-boxes">
    {['day', 'month', 'year'].map((part) => (
      <li key={part} class={part}>
        {t(`questions.${question.id}.parts.${part}`)}
      </li>
    ))}
  </ul>
)
