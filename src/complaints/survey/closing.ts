import type { Council } from '../../council/council.ts'
import { issueKey } from '../issue-key.ts'
import type { Keys } from '../ports.ts'

interface Closed {
  readonly reference: string
  /** Who of the team closed it, by their id. */
  readonly actor: string
  readonly closedAt: Date
  readonly keys: Keys
  readonly newId: () => string
  readonly council: Council
}

const oneDay = 86_400_000

/** What api.close_complaint is given: the complaint, and a key that opens the survey for as long as council.json says. Pure. */
export function closing({ reference, actor, closedAt, keys, newId, council }: Closed) {
  const { id, code_proof, link_proof } = issueKey({ keys, newId }, 'survey', 'complainant')
  return {
    actor,
    reference,
    closed_at: closedAt.toISOString(),
    survey_key: { id, code_proof, link_proof },
    survey_until: new Date(closedAt.getTime() + council.survey.openDays * oneDay).toISOString(),
  }
}
