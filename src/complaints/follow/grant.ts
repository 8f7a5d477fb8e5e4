import type { Portal } from '../ports.ts'
import type { Given } from '../by-code.ts'

const purpose = 'follow'
const oneHour = 3600

/** What pages carry once a complaint has been opened: its key's id, sealed for an hour. Safe in an address. */
export const closeGrant = (key: string, { seal }: Pick<Portal, 'seal'>): Promise<string> =>
  seal.close({ key }, purpose, oneHour)

/** What a grant opens the complaint with; null where it is not ours or too old. */
export async function openGrant(
  grant: string | undefined,
  { seal, keys }: Pick<Portal, 'seal' | 'keys'>,
): Promise<Given | null> {
  const held = grant ? await seal.open(grant, purpose) : null
  return typeof held?.['key'] === 'string' ? byLink(keys.link(held['key']), { keys }) : null
}

/** What the text of a link opens. */
export const byLink = (link: string, { keys }: Pick<Portal, 'keys'>): Given => ({
  link_proof: keys.proof(link),
})
