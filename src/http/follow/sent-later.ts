import { closeGrant } from '../../complaints/follow/grant.ts'
import type { Portal } from '../../complaints/ports.ts'
import type { Day } from '../../council/working-days.ts'
import type { LaterFacts } from '../../components/follow/sent-later-page.tsx'
import type { Edition } from '../edition.ts'

const purpose = 'sent-later'
const oneHour = 3600

/** What became of what was sent, as the record answered it. */
interface Became {
  readonly what: 'addition' | 'review'
  /** The key it came with; null where it came without a code. */
  readonly key: string | null
  readonly verified: boolean
  readonly same_answers: boolean
  readonly stage?: string | null
  readonly procedure?: string | null
  readonly acknowledge_by?: Day | null
  readonly respond_by?: Day | null
}

/** The address of the page after sending: sealed, for an hour, and without a word of what was sent. */
export async function laterAddress(became: Became, edition: Edition, portal: Portal): Promise<string> {
  const token: LaterFacts = {
    language: edition.wording.language,
    what: became.what,
    verified: became.verified,
    sameAnswers: became.same_answers,
    grant: became.key && (await closeGrant(became.key, portal)),
    procedure: became.procedure ?? null,
    stage: became.stage ?? null,
    acknowledgeBy: became.acknowledge_by ?? null,
    respondBy: became.respond_by ?? null,
  }
  const page = became.what === 'review' ? 'review' : 'add'
  return `/${page}/sent/?t=${await portal.seal.close({ ...token }, purpose, oneHour)}`
}

/** Opens what `laterAddress` sealed; null where it is not ours or too old. */
export const openLater = async (sealed: string, { seal }: Portal): Promise<LaterFacts | null> =>
  (await seal.open(sealed, purpose)) as LaterFacts | null
