import type { ZodMiniType } from 'zod/mini'
import type { Condition } from './condition.ts'

/** What a form posts: a field's name → its text, or its texts where several may be chosen. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

/** An answer once read and checked: text, the chosen options, or a date that may lack its day or month. */
export type Value = string | readonly string[]

/** What a rule needs to know of the world around the form. */
export interface Surroundings {
  /** The ids of the council's services, in its order. */
  readonly services: readonly string[]
  /** Today in Europe/London, YYYY-MM-DD. */
  readonly today: string
  /** BCP 47 tag of the edition, for month names as people type them. */
  readonly language: string
}

/** Where an answer is kept in the record, as `group.column`: what a submission may hold is in the migrations. */
export type RecordField = `${string}.${string}`

export type Kind =
  'choice' | 'choices' | 'short-text' | 'long-text' | 'email' | 'phone' | 'partial-date' | 'files'

/** One question: how it is read and checked, and nothing of how it is worded. */
export interface Question {
  /** Names the question everywhere: its words, its field, its place on the page. */
  readonly id: string
  readonly kind: Kind
  /** The names of its inputs, in their order on the page. */
  readonly fields: readonly string[]
  /** The options' ids, or `services` for the council's own list. */
  readonly options?: readonly string[] | 'services'
  /** The options that are there only where something holds; all others always are. */
  readonly offered?: Readonly<Record<string, Condition>>
  readonly optional: boolean
  /** Asked only where this holds; always, where there is none. */
  readonly when?: Condition
  readonly record: RecordField
  /** True where the answer says who the person is or where to find them. */
  readonly identifies?: boolean
  /** Longest answer in characters, for those that are typed. */
  readonly max?: number
  /** HTML's autocomplete token, so that browsers can help (WCAG 1.3.5). */
  readonly autocomplete?: string
  /** Every code its schema can answer with: each needs words. */
  readonly codes: readonly string[]
  /** What the fields hold, or undefined where the person left it all empty. */
  read(fields: Fields): unknown
  /** Turns what was read into an answer; an issue's message is a code, and its path names the field. */
  schema(around: Surroundings): ZodMiniType<Value, unknown>
}

/** What a question's author states; the kind adds the rest. */
export interface Definition {
  readonly id: string
  readonly record: RecordField
  readonly optional?: boolean
  readonly when?: Condition
  readonly identifies?: boolean
}

/** The first text of a field, or '' where there is none. */
export function textOf(fields: Fields, name: string): string {
  const held = fields[name]
  return typeof held === 'string' ? held : (held?.[0] ?? '')
}

/** All the texts of a field. */
export function textsOf(fields: Fields, name: string): readonly string[] {
  const held = fields[name]
  return typeof held === 'string' ? [held] : (held ?? [])
}
