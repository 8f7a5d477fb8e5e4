import { byKey, closePage, openPage } from '../../complaints/consent/grant.ts'
import type { Portal } from '../../complaints/ports.ts'
import { seeOther } from '../answer.ts'
import { editionFor } from '../edition.ts'
import { languageOf } from '../language-of.ts'
import { logFailure } from '../log-failure.ts'
import { consentPages } from './consent-pages.tsx'
import { consentPlace } from './places.ts'

/**
 * Answers `/consent/open/`: the question, or what was answered to it. It reads and never writes, however often and
 * by whomever it is opened, since mail scanners open links before people do.
 *
 * A letter's link (`k`) is good for as long as the consent, so it leads on at once to an address that is good for an
 * hour (`t`): what stays in a browser's history then opens nothing.
 */
export async function openConsent(request: Request, portal: Portal): Promise<Response> {
  const asked = new URL(request.url).searchParams
  const [link, sealed] = [asked.get('k'), asked.get('t')]
  if (link === null && sealed === null) return seeOther(`/${consentPlace.page}`)
  const pages = consentPages(portal, editionFor(languageOf(request, portal), portal))
  try {
    if (link !== null) return await fromLink(link, portal, pages)
    const opened = await openPage(sealed ?? '', portal)
    const seen = opened && (await portal.consents.open(byKey(opened.key, portal)))
    if (!opened || !seen) return pages.code({ note: 'closed', status: 410 })
    return await consentPages(portal, editionFor(seen.language, portal)).seen(
      seen,
      opened,
      sealed ?? '',
      asked,
    )
  } catch (error) {
    logFailure(error)
    return pages.code({ problem: true, status: 503 })
  }
}

async function fromLink(
  link: string,
  portal: Portal,
  pages: ReturnType<typeof consentPages>,
): Promise<Response> {
  const { keys, consents } = portal
  const seen = looksLikeLink.test(link) ? await consents.open({ link_proof: keys.proof(link) }) : null
  if (!seen) return pages.code({ note: 'opens-nothing', status: 410 })
  return seeOther(await openAddress({ key: seen.key, by: 'link' }, portal))
}

/** The address of the page, for an hour. */
export const openAddress = async (opened: Parameters<typeof closePage>[0], portal: Portal): Promise<string> =>
  `/consent/open/?t=${await closePage(opened, portal)}`

/** What no link of ours looks like is not looked up. */
export const looksLikeLink = /^[\w-]{27}$/
