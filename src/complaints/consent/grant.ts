import type { Portal } from '../ports.ts'
import type { By, ConsentSeen } from './ports.ts'

/** For an hour an address opens the page again; what stays in a browser's history then opens nothing. */
const pagePurpose = 'consent-page'
const oneHour = 3600

/** For a day a form can be sent: time to read it, and to talk it over. */
const formPurpose = 'consent-form'
const oneDay = 86_400

/** Who got in, and how. */
export interface Opened {
  readonly key: string
  readonly by: By
}

/** What a form carries, so that its pages can say again who asks without reading the record. */
export interface Grant extends Opened {
  readonly representative: string
  readonly service: string
  readonly answerBy: string | null
  readonly months: number
  readonly language: string
  readonly seenAt: string | null
}

type Sealing = Pick<Portal, 'seal'>

export const closePage = (opened: Opened, { seal }: Sealing): Promise<string> =>
  seal.close({ ...opened }, pagePurpose, oneHour)

/** Null where it is not ours or too old. */
export const openPage = async (sealed: string, { seal }: Sealing): Promise<Opened | null> =>
  (await seal.open(sealed, pagePurpose)) as Opened | null

export const closeForm = (seen: ConsentSeen, by: By, { seal }: Sealing): Promise<string> => {
  const grant: Grant = {
    key: seen.key,
    by,
    representative: seen.representative ?? '',
    service: seen.service,
    answerBy: seen.answer_by,
    months: seen.months_after_closing,
    language: seen.language,
    seenAt: seen.answered_at,
  }
  return seal.close({ ...grant }, formPurpose, oneDay)
}

/** Null where it is not ours or too old. */
export const openForm = async (sealed: string, { seal }: Sealing): Promise<Grant | null> =>
  (await seal.open(sealed, formPurpose)) as Grant | null

/** What the key opens the question with. */
export const byKey = (key: string, { keys }: Pick<Portal, 'keys'>): { link_proof: string } => ({
  link_proof: keys.proof(keys.link(key)),
})
