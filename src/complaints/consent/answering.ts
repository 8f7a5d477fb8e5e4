import { databaseRecord } from '../../form/outputs/database-record.ts'
import { consent } from '../../form/journeys/consent.ts'
import { questionsOf } from '../../form/journey.ts'
import { versionOf } from '../../form/version.ts'
import type { Answer } from '../../form/validate.ts'
import type { Words } from '../../words/translate.ts'
import type { Council } from '../../council/council.ts'
import type { Grant } from './grant.ts'
import type { Answering } from './ports.ts'

/** Turns what was sent into what the record takes. */
export function answering(
  answers: readonly Answer[],
  { grant, linkProof, answerId, words, council }: Sent,
): Answering {
  const said = (databaseRecord(answers) as unknown as { consent: Pick<Answering, 'answer'> }).consent
  return {
    ...said,
    link_proof: linkProof,
    by: grant.by,
    answer_id: answerId,
    seen_at: grant.seenAt,
    shown_version: shownVersion(words),
    shown_language: grant.language,
    claimed_is_enough: council.consent.claimedIsEnough.includes(grant.service),
  }
}

interface Sent {
  readonly grant: Grant
  readonly linkProof: string
  readonly answerId: string
  readonly words: Words
  readonly council: Pick<Council, 'consent'>
}

/** Names the text that the person was shown: its questions and all that stands around them. */
export function shownVersion(words: Words): string {
  const questions = questionsOf(consent).map(({ id }) => (words['questions'] as Words)[id])
  return `consent-${versionOf([consent, questions, words['consent']])}`
}
