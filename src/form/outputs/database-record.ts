import type { Value } from '../question.ts'
import type { Answer } from '../validate.ts'

type Group = Readonly<Record<string, Value>>

/** Answers as the record keeps them, by group and column. A group is there where something is in it. */
export interface DatabaseRecord {
  readonly complaint: Group
  /** Who writes. */
  readonly person: Group
  /** Who the writer is to the person they act for. */
  readonly representative?: Group
  /** The person complained for. */
  readonly affected?: Group
  /** What was said of the right to act. */
  readonly authority?: Group
  /** What was said of how a complaint was dealt with: kept apart from it. */
  readonly survey?: Group
  /** What decides how it is handled, and is kept as what it decides: never sent to the database as it is. */
  readonly handling?: Group
}

/** Puts each answer where its question says it is kept. Files are no part of it: they are kept beside (src/files). */
export function databaseRecord(answers: readonly Answer[]): DatabaseRecord {
  const groups: Record<string, Record<string, Value>> = { complaint: {}, person: {} }
  for (const { question, value } of answers) {
    if (question.kind === 'files') continue
    const [group, column] = question.record.split('.') as [string, string]
    ;(groups[group] ??= {})[column] = value
  }
  return groups as unknown as DatabaseRecord
}
