import { council, procedureOf, type Council } from '../council/council.ts'
import { databaseRecord } from '../form/outputs/database-record.ts'
import { transcript } from '../form/outputs/transcript.ts'
import type { Answer } from '../form/validate.ts'
import type { Wording } from '../form/wording.ts'
import { londonDay } from '../council/working-days.ts'
import { answersToKeep, sentFiles } from '../files/sent-files.ts'
import { actingPart, type Authority, type BegunConsent } from './authority/acting.ts'
import { acknowledgedAtOnce, firstStage } from './outlook.ts'
import { issueKey } from './issue-key.ts'
import { kindOf } from './kind-of.ts'
import type { IssuedKey, Keys, Kind, RandomNumber, Submission } from './ports.ts'
import { newReference } from './reference.ts'

/** What a person has checked and sent. */
export interface Sent {
  readonly submissionId: string
  readonly formVersion: string
  readonly answers: readonly Answer[]
  /** What they wrote under questions that no longer apply and chose to send all the same. */
  readonly kept: readonly Answer[]
  readonly wording: Wording
  readonly receivedAt: Date
  readonly random: RandomNumber
  readonly newId: () => string
  readonly keys: Keys
  /** Whose procedures decide; the portal's own council where none is given. */
  readonly council?: Council
}

/** How many references to offer: the chance that all are taken is none to speak of. */
const candidates = 5

/** Turns what was sent into the one thing that the database stores: facts, dates, messages to leave. Pure. */
export function submission(sent: Sent): Submission {
  const { handling, ...record } = databaseRecord(sent.answers)
  const all = [...sent.answers, ...sent.kept]
  const kind = kindOf({ ...record, ...(handling && { handling }) })
  const route = record.person['reply_route'] as string
  const of = sent.council ?? council
  const procedure = kind === 'complaint' ? procedureOf(record.complaint['service'] as string, of) : null
  const receivedOn = londonDay(sent.receivedAt)
  const { writer, authority, asksNow } = actingPart(record, of)
  // Nobody is asked to agree to a mere report: that waits until it is a complaint.
  const asked = asksNow && kind === 'complaint' ? issueKey(sent, 'consent', 'affected') : null
  return {
    submission_id: sent.submissionId,
    references: Array.from({ length: candidates }, () => newReference(sent.random)),
    form_version: sent.formVersion,
    language: sent.wording.language,
    channel: record.representative?.['relationship'] === 'mp' ? 'mp' : 'web',
    received_at: sent.receivedAt.toISOString(),
    record: {
      ...record,
      complaint: { ...record.complaint, kind, ...(procedure && { procedure: procedure.id }) },
    },
    stage: firstStage({ kind, route, procedure, receivedOn }),
    answers: answersToKeep(all),
    transcript: transcript(all, sent.wording),
    files: sentFiles(all),
    // Thanks are done with; all else may be followed, or become a complaint.
    keys: [...(kind === 'compliment' ? [] : [issueKey(sent, 'follow', writer)]), ...(asked ? [asked] : [])],
    authority,
    consent: authority && consentFor(authority, asked, of),
    messages: [
      ...(route === 'email' ? [{ template: letterTo(kind, procedure), recipient: writer } as const] : []),
      ...(atRisk(record.complaint['safeguarding_flag'])
        ? [{ template: 'risk-of-harm', recipient: 'safeguarding' } as const]
        : []),
      { template: 'new-submission', recipient: 'complaints-team' },
    ],
  }
}

/** What begins in the record of consents; null for who writes in their own right, since nobody acts for anybody. */
function consentFor(
  authority: Authority,
  asked: IssuedKey | null,
  { consent }: Council,
): BegunConsent | null {
  if (authority.in_own_right) return null
  if (!asked) return { how: 'evidence', months_after_closing: consent.monthsAfterClosing }
  return {
    how: 'ask',
    key: asked.id,
    expire_days: consent.expireDays,
    months_after_closing: consent.monthsAfterClosing,
  }
}

function letterTo(kind: Kind, procedure: Parameters<typeof acknowledgedAtOnce>[0] | null) {
  if (kind === 'service-request') return 'report-receipt'
  if (kind !== 'complaint' || !procedure) return 'thanks'
  return acknowledgedAtOnce(procedure, 'email') ? 'acknowledgement' : 'receipt'
}

/** True for any answer that calls for the safeguarding team: only a plain no does not. */
export const atRisk = (flag: unknown): boolean => flag === 'yes' || flag === 'not-sure'
