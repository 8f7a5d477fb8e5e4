import type { Journey } from '../../form/journey.ts'
import type { Fields } from '../../form/question.ts'
import type { Asking } from './ask.tsx'
import { CheckAnswers } from './check-answers.tsx'

interface Props extends Omit<Asking, 'errors'> {
  readonly journey: Journey
  readonly action: string
  readonly submissionId: string
}

/** The page to check answers on, without scripts: it carries every answer, so that nothing is kept before Send. */
export function CheckPage({ journey, action, submissionId, ...asking }: Props) {
  return (
    <form action={action} method="post" noValidate>
      <input type="hidden" name="language" value={asking.wording.language} />
      <input type="hidden" name="submission" value={submissionId} />
      {hidden(asking.fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <CheckAnswers
        journey={journey}
        {...asking}
        change={({ question }, label) => (
          // Looks like the link that scripts make of it: Send is the one button to see on this page.
          <button class="change" name="go" value="edit" formAction={`${action}#${question.fields[0]}`}>
            {label}
          </button>
        )}
      />
    </form>
  )
}

const hidden = (fields: Fields): readonly (readonly [string, string])[] =>
  Object.entries(fields).flatMap(([name, held]) => [held].flat().map((value) => [name, value] as const))
