import type { Service } from '../../council/council.ts'
import type { DatabaseRecord } from '../../form/outputs/database-record.ts'

/** What decides by what right somebody may act for another. What was not asked is null. */
export interface Situation {
  readonly relationship: string
  /** The law that gives the service a procedure of its own, from council.json. */
  readonly law: NonNullable<Service['law']> | null
  readonly age: string | null
  /** What the writer says of the person's will: yes, no, cannot-decide, died or not-sure. */
  readonly agreement: string | null
  /** The kind of power, order or kinship. */
  readonly basis: string | null
}

/** The situation that a record tells of; null where somebody writes for themself. */
export function situationIn(record: DatabaseRecord, service: Service | undefined): Situation | null {
  if (record.complaint['made_for'] !== 'someone-else') return null
  const text = (value: unknown) => (value as string | undefined) ?? null
  return {
    relationship: text(record.representative?.['relationship']) ?? '',
    law: service?.law ?? null,
    age: text(record.affected?.['age_group']),
    agreement: text(record.authority?.['agreement']),
    basis: text(record.authority?.['basis']),
  }
}
