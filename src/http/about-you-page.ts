import type { Portal } from '../complaints/ports.ts'
import type { Edition } from './edition.ts'

/** Where the questions about the person stand; null where the council asks none. */
export const aboutYouPage = (
  { council }: Pick<Portal, 'council'>,
  { root }: Pick<Edition, 'root'>,
): string | null => (council.equality.on ? `${root}about-you/` : null)
