import type { Ref } from 'preact'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import type { Wording } from '../../form/wording.ts'

export type Failure = 'offline' | 'unavailable' | 'too-large' | 'not-saved'

interface Props {
  readonly failure: Failure
  readonly wording: Wording
  readonly phone: string
  readonly rootRef: Ref<HTMLDivElement>
}

/** It did not arrive: why, that the answers are safe, and what to do. */
export const NotSent = ({ failure, wording: { t }, phone, rootRef }: Props) => (
  <ErrorSummary title={t(`form.not-sent.${failure}.title`)} items={[]} tabindex={-1} rootRef={rootRef}>
    {t(`form.not-sent.${failure}.lead`)} {t('form.problem.ring', { phone })}
  </ErrorSummary>
)
