import type { ComponentChildren } from 'preact'
import type { Journey } from '../../form/journey.ts'
import { Button } from '../govuk/button.tsx'
import type { Asking } from './ask.tsx'
import { Carried } from './carried.tsx'
import { ErrorList } from './error-list.tsx'
import type { CouncilFacts } from './facts.ts'
import { Intro } from './intro.tsx'
import { SaveAndLeave } from './save-and-leave.tsx'
import { StepBody } from './step-body.tsx'

interface Props extends Asking {
  readonly journey: Journey
  readonly action: string
  /** What travels with the form unseen. */
  readonly carried?: Readonly<Record<string, string>> | undefined
  readonly facts: CouncilFacts
  /** What stands between the introduction and the first question. */
  readonly children?: ComponentChildren
  /** What stands under its button. */
  readonly below?: ComponentChildren
}

/** A form so short that it is read through as it stands: one page, and one button that sends it. */
export function ShortForm({ journey, action, carried, facts, children, below, ...asking }: Props) {
  const { t, language } = asking.wording
  return (
    <>
      <ErrorList journey={journey} errors={asking.errors} wording={asking.wording} />
      <Intro {...facts.intro} journeyId={journey.id} wording={asking.wording} />
      {children}
      <form class="whole" action={action} method="post" noValidate>
        <input type="hidden" name="language" value={language} />
        <Carried fields={carried} />
        {journey.steps.map((step) => (
          <div class="step" id={`step-${step.id}`} key={step.id}>
            <StepBody
              journeyId={journey.id}
              step={step}
              questions={step.questions}
              level={2}
              facts={facts}
              waysFor={[]}
              {...asking}
            />
          </div>
        ))}
        <Button>{t(`${journey.id}.send`)}</Button>
        <SaveAndLeave journeyId={journey.id} wording={asking.wording} />
      </form>
      {below}
    </>
  )
}
