import { actingPart } from '../complaints/authority/acting.ts'
import { consentLinks } from '../complaints/consent/links.ts'
import { outlook } from '../complaints/outlook.ts'
import { kindOf } from '../complaints/kind-of.ts'
import type { Kept } from '../complaints/keep.ts'
import type { Portal, Stored } from '../complaints/ports.ts'
import { atRisk } from '../complaints/submit.ts'
import type { SentFacts } from '../components/form/sent-page.tsx'
import { databaseRecord, type DatabaseRecord } from '../form/outputs/database-record.ts'
import type { Outcome } from '../form/validate.ts'
import { sentFiles } from '../files/sent-files.ts'
import type { Edition } from './edition.ts'

const purpose = 'sent'
const oneHour = 3600

/** What the page after sending is made from: the reference and the dates, and nothing that a person wrote. */
export interface SentToken extends SentFacts {
  readonly language: string
  readonly procedure: string | null
}

/** The address of the page after sending. It holds only sealed text, and opens for one hour. */
export async function sentAddress(
  stored: Stored & Partial<Pick<Kept, 'waits'>>,
  { answers }: Outcome,
  edition: Edition,
  portal: Portal,
): Promise<string> {
  const record = databaseRecord(answers)
  const { complaint, person } = record
  const kind = kindOf(record)
  const route = person['reply_route'] as string
  const service = portal.council.services.find(({ id }) => id === complaint['service'])
  const procedure = portal.council.procedures.find(({ id }) => id === service?.procedure) ?? null
  const token: SentToken = {
    language: edition.wording.language,
    procedure: kind === 'complaint' ? (procedure?.id ?? null) : null,
    reference: stored.reference,
    code: isTheOneKept(stored) ? codeOf(stored, portal) : null,
    kind,
    route,
    outlook: outlook({ kind, route, procedure }, stored),
    sameAnswers: stored.same_answers,
    ...(stored.waits && { waits: true, withFiles: sentFiles(answers).length > 0 }),
    atRisk: atRisk(complaint['safeguarding_flag']),
    acting: actingOf(record, stored, portal),
  }
  return sealedAddress(token, portal)
}

/**
 * False for another version of what was kept before: it may come from somebody else, who is given nothing that opens
 * the first one, neither its code nor the letter that asks for consent.
 */
const isTheOneKept = ({ created, same_answers }: Stored): boolean => created || same_answers

/** What the page says to who acts for somebody; null for who does not. */
function actingOf(
  record: DatabaseRecord,
  stored: Stored,
  { council, keys: codes }: Portal,
): SentFacts['acting'] {
  const { authority } = actingPart(record, council)
  if (!authority) return null
  const route = authority.asks_person
    ? ((record.authority?.['ask_route'] as string | undefined) ?? null)
    : null
  const key = isTheOneKept(stored)
    ? stored.keys.find(({ purpose, role }) => purpose === 'consent' && role === 'affected')
    : undefined
  return {
    rule: authority.rule,
    inOwnRight: authority.in_own_right,
    asked: key || route === 'talk-first' ? route : null,
    letter: key && route === 'through-me' ? consentLinks(key.id, { keys: codes, site: '' }).letter : null,
  }
}

/** The address of the page that says what this token holds. */
export const sealedAddress = async (token: SentToken, portal: Portal): Promise<string> =>
  `/complain/sent/?t=${await portal.seal.close({ ...token }, purpose, oneHour)}`

/** Opens what `sentAddress` sealed; null where it is not ours or too old. */
export async function openSent(sealed: string, portal: Portal): Promise<SentToken | null> {
  return (await portal.seal.open(sealed, purpose)) as SentToken | null
}

/** The code of whoever sent it; null for what nobody follows, such as thanks. */
export function codeOf({ keys }: Pick<Stored, 'keys'>, portal: Portal): string | null {
  const key = keys.find(({ purpose, role }) => purpose === 'follow' && role !== 'affected')
  return key ? portal.keys.code(key.id) : null
}
