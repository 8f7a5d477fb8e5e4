import type { Case } from '../complaints/desk/case.ts'
import type { Portal } from '../complaints/ports.ts'
import type { Journey } from '../form/journey.ts'
import type { Fields, Surroundings } from '../form/question.ts'
import type { FieldError, Outcome } from '../form/validate.ts'
import type { Wording } from '../form/wording.ts'

/** What an act is thought over with. */
export interface Around {
  readonly portal: Portal
  readonly wording: Wording
  readonly surroundings: Surroundings
}

/** What was filled in for an act, read and checked. */
export interface SentAct {
  /** Made for the form (a UUID): sent twice, it is done once. */
  readonly id: string
  /** What it is done to: a case by its reference, an addition or a letter by its id; null for nothing. */
  readonly about: string | null
  readonly fields: Fields
  readonly outcome: Outcome
  /** The answer to a question: text, or '' where it was left empty. */
  readonly answer: (question: string) => string
  readonly answers: (question: string) => readonly string[]
}

/**
 * One thing that the team does, and the form for it.
 *
 * Its words are in content/desk/en.json: `acts.<id>.title`, `.button`, `.done`, perhaps `.lead`; each question's under
 * `questions.<question>`. It is done by the function `api.desk_<name>`, to which `toArgs` gives all but the act's id.
 */
export interface Act {
  readonly id: string
  /** The function's name without `desk_`; the id with _ for - where it is not given. */
  readonly name?: string
  /** What it asks; of a case, where it is done to one. Questions may have a number at their end (see deskWording). */
  readonly journey: (found: Case | null, around: Around) => Journey
  /** `none` for what begins a case, or is about none. */
  readonly about: 'case' | 'addition' | 'letter' | 'task' | 'none'
  /** Whether it can be done to this case now; always, where there is no say. */
  readonly offered?: (found: Case, around: Around) => boolean
  /** What stands in the form as it is opened. */
  readonly begin?: (found: Case | null, around: Around) => Fields
  /** What to know above the questions, a paragraph each: already in words. */
  readonly notes?: (found: Case | null, around: Around) => readonly string[]
  /** What to know of one question, by its id: above it, as it was written. */
  readonly remarks?: (found: Case | null, around: Around) => Readonly<Record<string, string>>
  /** What the function is given beside the id; or what to mend, that one question alone could not know. */
  readonly toArgs: (
    sent: SentAct,
    found: Case | null,
    around: Around,
  ) => Readonly<Record<string, unknown>> | { readonly errors: readonly FieldError[] }
}

export const nameOf = ({ id, name }: Act): string => name ?? id.replaceAll('-', '_')
