import type { Portal } from '../complaints/ports.ts'
import type { Sending } from '../complaints/send-mail.ts'
import { editionFor } from './edition.ts'

/** What sending letters needs, from the portal. */
export const sendingWith = (portal: Portal): Sending => ({
  outbox: portal.outbox,
  post: portal.post,
  council: portal.council,
  wordingIn: (language) => editionFor(language, portal).wording,
  keys: portal.keys,
  site: portal.site,
  now: portal.now,
  jitter: () => portal.randomNumber(1000) / 1000,
})
