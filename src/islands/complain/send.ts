import type { Fields } from '../../form/question.ts'
import type { FieldError } from '../../form/validate.ts'

/** What came of sending: the next page, things to mend, or why it did not arrive. */
export type Outcome =
  | { readonly location: string }
  | { readonly errors: readonly FieldError[] }
  | { readonly failed: 'offline' | 'unavailable' | 'too-large' }

interface Sending {
  readonly action: string
  readonly language: string
  readonly submission: string
  readonly fields: Fields
  /** The code the answers were saved under; what it opens goes when they are sent. */
  readonly draft: string | undefined
  /** Left-over texts that the person chose to send too. */
  readonly keep: readonly string[]
}

const patience = 30_000

/** Posts the same fields to the same address as the page without scripts would. Never throws. */
export async function send({ action, language, submission, fields, draft, keep }: Sending): Promise<Outcome> {
  const body = bodyOf(fields, { language, submission, go: 'send', draft, took: `${performance.now() | 0}` })
  for (const id of keep) body.append('keep', id)
  try {
    const answer = await fetch(action, {
      method: 'POST',
      body,
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(patience),
    })
    if (answer.status === 413) return { failed: 'too-large' }
    if (answer.status === 201 || answer.status === 422) return (await answer.json()) as Outcome
    return { failed: 'unavailable' }
  } catch {
    return { failed: 'offline' }
  }
}

/** Answers as a form posts them, with what goes along. */
export function bodyOf(fields: Fields, along: Readonly<Record<string, string | undefined>>): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, held] of Object.entries({ ...along, ...fields }))
    for (const text of [held ?? []].flat()) body.append(name, text)
  return body
}
