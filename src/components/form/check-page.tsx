import type { Journey } from '../../form/journey.ts'
import type { Fields } from '../../form/question.ts'
import type { Asking } from './ask.tsx'
import { Carried } from './carried.tsx'
import { CheckAnswers } from './check-answers.tsx'
import { RemoveFile } from './files-field.tsx'
import { SaveAndLeave } from './save-and-leave.tsx'

interface Props extends Omit<Asking, 'errors'> {
  readonly journey: Journey
  readonly action: string
  /** What travels with the form unseen. */
  readonly carried?: Fields | undefined
  readonly submissionId: string
  /** What the answers are about, where the form is one person's. */
  readonly about?: string | undefined
}

/** The id of its form, for a button that stands elsewhere. */
export const checkForm = 'check'

/** The page to check answers on, without scripts: it carries every answer, so that nothing is kept before Send. */
export function CheckPage({ journey, action, carried, submissionId, about, ...asking }: Props) {
  return (
    <form id={checkForm} action={action} method="post" noValidate>
      <input type="hidden" name="language" value={asking.wording.language} />
      <input type="hidden" name="submission" value={submissionId} />
      <Carried fields={carried} />
      <Carried fields={asking.fields} />
      <CheckAnswers
        journey={journey}
        about={about}
        {...asking}
        besideFile={(value, name) => <RemoveFile {...{ value, name, action }} wording={asking.wording} />}
        change={({ question }, label) => (
          // Looks like the link that scripts make of it: Send is the one button to see on this page.
          <button class="change" name="go" value="edit" formAction={`${action}#${question.fields[0]}`}>
            {label}
          </button>
        )}
      />
      <SaveAndLeave journeyId={journey.id} wording={asking.wording} />
    </form>
  )
}
