import type { Act } from '../../desk/act.ts'
import { sessionField } from '../../desk/session.ts'
import type { Journey } from '../../form/journey.ts'
import type { Asking } from '../form/ask.tsx'
import { ErrorList } from '../form/error-list.tsx'
import type { CouncilFacts } from '../form/facts.ts'
import { StepBody } from '../form/step-body.tsx'
import { Button } from '../govuk/button.tsx'
import { ErrorSummary } from '../govuk/error-summary.tsx'
import { DeskFrame, deskAction, Go, type AtTheDesk } from './at-the-desk.tsx'

interface Props extends AtTheDesk, Omit<Asking, 'wording' | 'action'> {
  readonly act: Act
  readonly journey: Journey
  /** The case it is done to, or the addition; null for what is about none. */
  readonly about: string | null
  /** Made once for the form: sent twice, it is done once. */
  readonly actId: string
  readonly notes: readonly string[]
  readonly facts: CouncilFacts
  /** Why it was not done, in words, where no one answer is to blame. */
  readonly problem?: string | undefined
}

/** The form of one act: everything on one page, and one button that does it. */
export function ActPage({ act, journey, about, actId, notes, facts, problem, ...rest }: Props) {
  const { wording, session, name, fields, errors, around, remarks } = rest
  const { t, has } = wording
  const lead = `acts.${act.id}.lead`
  return (
    <DeskFrame {...{ wording, session, name }}>
      {problem ? (
        <ErrorSummary title={t('desk.not-done')} items={[]} tabindex={-1} autofocus>
          {problem}
        </ErrorSummary>
      ) : (
        <ErrorList journey={journey} errors={errors} wording={wording} />
      )}
      <h1>{t(`acts.${act.id}.title`)}</h1>
      {about && act.about === 'case' && (
        <p>
          <Go to={`case:${about}`}>{about}</Go>
        </p>
      )}
      {has(lead) && <p class="lead">{t(lead)}</p>}
      {notes.map((note) => (
        <p>{note}</p>
      ))}
      <form class="whole" action={deskAction} method="post" noValidate>
        <input type="hidden" name={sessionField} value={session} />
        <input type="hidden" name="act" value={actId} />
        {journey.steps.map((step) => (
          <div class="step" id={`step-${step.id}`} key={step.id}>
            <StepBody
              journeyId={journey.id}
              step={step}
              questions={step.questions}
              level={2}
              facts={facts}
              waysFor={[]}
              {...{ fields, errors, wording, around, remarks }}
            />
          </div>
        ))}
        <Button name="go" value={`do:${act.id}${about ? `:${about}` : ''}`}>
          {t(`acts.${act.id}.button`)}
        </Button>
      </form>
    </DeskFrame>
  )
}
