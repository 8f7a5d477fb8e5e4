import { takesFiles, type Journey } from '../../form/journey.ts'
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
  /** What is said to this one person, under what the form is for. */
  readonly notes?: readonly string[] | undefined
  readonly facts: CouncilFacts
  /** True on the page as it is first opened: styles then show one step alone where scripts are on. */
  readonly opening?: boolean
}

/** The whole journey on one page, every step under the last: it needs no script. */
export function WholeForm({ journey, action, carried, notes = [], facts, opening, ...asking }: Props) {
  const { t, language } = asking.wording
  const first = (
    <button type="submit" name="go" value="check" hidden>
      {t('form.one-page.button')}
    </button>
  )
  return (
    <>
      <ErrorList journey={journey} errors={asking.errors} wording={asking.wording} />
      <Intro {...facts.intro} journeyId={journey.id} wording={asking.wording} />
      {notes.length > 0 && (
        <div class="govuk-inset-text">
          {notes.map((note) => (
            <p>{note}</p>
          ))}
        </div>
      )}
      <form
        class="whole"
        action={action}
        method="post"
        encType={takesFiles(journey) ? 'multipart/form-data' : undefined}
        noValidate
        data-opening={opening || undefined}
      >
        <input type="hidden" name="language" value={language} />
        {
          // Nobody sees it or comes to it by key, and nothing reads it out: what fills it in is no person (marks.ts).
          <input type="text" name="website" hidden tabIndex={-1} autocomplete="off" />
        }
        <Carried fields={carried} />
        {
          // Enter in a field presses a form's first button: the one for the whole page, and none that removes a file.
          // As the page is first opened, that holds where no script runs.
          opening ? <noscript>{first}</noscript> : takesFiles(journey) && first
        }
        {journey.steps.map((step) => (
          <div class="step" id={`step-${step.id}`} key={step.id}>
            <StepBody
              journeyId={journey.id}
              step={step}
              questions={step.questions}
              level={2}
              facts={facts}
              waysFor={Object.keys(facts.ways)}
              action={action}
              {...asking}
            />
          </div>
        ))}
        {opening && (
          <div class="waiting">
            <Button>{t('form.waiting.button')}</Button>
          </div>
        )}
        <div class="finish">
          <p>{t('form.one-page.note')}</p>
          <Button name="go" value="check">
            {t('form.one-page.button')}
          </Button>
        </div>
        <SaveAndLeave journeyId={journey.id} wording={asking.wording} />
        {opening && <p class="waiting govuk-hint">{t('form.waiting.note')}</p>}
      </form>
    </>
  )
}
