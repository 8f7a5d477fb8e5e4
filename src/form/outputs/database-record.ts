import type { Value } from '../question.ts'
import type { Answer } from '../validate.ts'

/** Answers as the record keeps them, by group and column. */
export interface DatabaseRecord {
  readonly complaint: Readonly<Record<string, Value>>
  readonly person: Readonly<Record<string, Value>>
  /** What decides how it is handled, and is kept as what it decides: never sent to the database as it is. */
  readonly handling?: Readonly<Record<string, Value>>
}

/** Puts each answer where its question says it is kept. */
export function databaseRecord(answers: readonly Answer[]): DatabaseRecord {
  const groups: Record<string, Record<string, Value>> = { complaint: {}, person: {} }
  for (const { question, value } of answers) {
    const [group, column] = question.record.split('.') as [string, string]
    ;(groups[group] ??= {})[column] = value
  }
  return groups as unknown as DatabaseRecord
}
