import type { DatabaseRecord } from '../../form/outputs/database-record.ts'
import type { Council } from '../../council/council.ts'
import type { Role } from '../ports.ts'
import { ruleFor } from './rule-for.ts'
import type { Rule } from './rules.ts'
import { situationIn } from './situation.ts'

/** By what right somebody acts, as the database is given it with a submission. */
export interface Authority {
  readonly rule: string
  readonly evidence: readonly string[]
  readonly asks_person: boolean
  readonly in_own_right: boolean
}

/** A consent as it begins: the person is asked with that key, or evidence stands in its place. See heard.ask_consent. */
export type BegunConsent =
  | {
      readonly how: 'ask'
      readonly key: string
      readonly expire_days: number
      readonly months_after_closing: number
    }
  | { readonly how: 'evidence'; readonly months_after_closing: number }

/** Who acts for whom, as a letter may say it: the database leaves out what the letter's reader may not know. */
export interface Acting {
  readonly rule?: string
  readonly evidence?: readonly string[]
  readonly asks_person?: boolean
  readonly ask_route?: string | null
  readonly basis?: string | null
  readonly agreement?: string | null
  readonly details?: string | null
  /** Where it stands, as heard.authority_state has it. */
  readonly state?: string
  readonly representative: {
    readonly name: string | null
    readonly relationship: string
    readonly organisation: string | null
    readonly own_reference?: string | null
  }
  readonly affected?: {
    readonly name: string
    readonly adjustments_details?: string | null
  } | null
}

/** What acting for somebody makes of a submission. */
export interface ActingPart {
  /** Which part the writer takes. */
  readonly writer: Role
  readonly authority: Authority | null
  /** True where the person is to be asked at once. */
  readonly asksNow: boolean
}

/** What acting for somebody makes of a submission: by which rule, and whom it asks. */
export function actingPart(record: DatabaseRecord, { services }: Council): ActingPart {
  const service = services.find(({ id }) => id === record.complaint['service'])
  const situation = situationIn(record, service)
  if (!situation) return { writer: 'complainant', authority: null, asksNow: false }
  const rule = ruleFor(situation)
  return {
    writer: rule.inOwnRight ? 'complainant' : 'representative',
    authority: authorityFrom(rule),
    asksNow: rule.asksPerson && record.authority?.['ask_route'] !== 'talk-first',
  }
}

const authorityFrom = ({ id, evidence, asksPerson, inOwnRight = false }: Rule): Authority => ({
  rule: id,
  evidence,
  asks_person: asksPerson,
  in_own_right: inOwnRight,
})
