import { byLink, openGrant } from '../../complaints/follow/grant.ts'
import type { Given } from '../../complaints/by-code.ts'
import type { Portal } from '../../complaints/ports.ts'
import { seeOther } from '../answer.ts'
import { editionFor } from '../edition.ts'
import { languageOf } from '../language-of.ts'
import { logFailure } from '../log-failure.ts'
import { followPlace, openedAddress } from './addresses.ts'
import { followPages } from './follow-pages.tsx'

/**
 * Answers `/follow/open/`: a complaint's own page, as often as it is loaded. It changes nothing.
 *
 * A letter's link (`k`) opens it for good, so it leads on at once to an address that is good for an hour (`t`): what
 * stays in a browser's history then opens nothing.
 */
export async function openComplaint(request: Request, portal: Portal): Promise<Response> {
  const asked = new URL(request.url).searchParams
  const [link, grant] = [asked.get('k'), asked.get('t')]
  if (link === null && grant === null) return seeOther(`/${followPlace.page}`)
  const pages = followPages(portal, editionFor(languageOf(request, portal), portal))
  try {
    const given = link === null ? await openGrant(grant ?? '', portal) : readLink(link, portal)
    const followed = given && (await portal.follows.follow(given))
    if (!followed) return pages.form({ note: link === null ? 'closed' : 'opens-nothing', status: 410 })
    if (link !== null) return seeOther(await openedAddress(followed.key, portal))
    return followPages(portal, editionFor(followed.language, portal)).complaint(followed, grant ?? '')
  } catch (error) {
    logFailure(error)
    return pages.form({ problem: true, status: 503 })
  }
}

/** What a link's text opens; null for what no link of ours looks like. */
const readLink = (link: string, portal: Portal): Given | null =>
  /^[\w-]{27}$/.test(link) ? byLink(link, portal) : null
