import { byKey, closePage, openPage } from '../../complaints/consent/grant.ts'
import type { ConsentSeen } from '../../complaints/consent/ports.ts'
import type { Portal } from '../../complaints/ports.ts'
import { PaperConsent } from '../../components/consent/paper-consent.tsx'
import { paperFacts } from '../../components/consent/paper-facts.ts'
import { page, seeOther } from '../answer.ts'
import { editionFor } from '../edition.ts'
import { languageOf } from '../language-of.ts'
import { fillPage } from '../fill-page.tsx'
import { logFailure } from '../log-failure.ts'
import { consentPages } from './consent-pages.tsx'
import { looksLikeLink } from './open-consent.ts'

/**
 * Answers `/consent/letter/`: the question on paper for one person, with their reference and code, for who passes it
 * on or posts it. It reads and never writes. What is answered already, or asked no more, leads to the question's page.
 */
export async function showLetter(request: Request, portal: Portal): Promise<Response> {
  const asked = new URL(request.url).searchParams
  const [link, sealed] = [asked.get('k'), asked.get('t')]
  if (link === null && sealed === null) return seeOther('/consent/paper/')
  const pages = consentPages(portal, editionFor(languageOf(request, portal), portal))
  try {
    if (link !== null) {
      const given = { link_proof: portal.keys.proof(link) }
      const seen = looksLikeLink.test(link) ? await portal.consents.open(given) : null
      if (!seen) return pages.code({ note: 'opens-nothing', status: 410 })
      return seeOther(`/consent/letter/?t=${await closePage({ key: seen.key, by: 'link' }, portal)}`)
    }
    const opened = await openPage(sealed ?? '', portal)
    const seen = opened && (await portal.consents.open(byKey(opened.key, portal)))
    if (!opened || !seen) return pages.code({ note: 'closed', status: 410 })
    return seen.state === 'asked' ? letter(seen, portal) : seeOther(`/consent/open/?t=${sealed}`)
  } catch (error) {
    logFailure(error)
    return pages.code({ problem: true, status: 503 })
  }
}

function letter(seen: ConsentSeen, portal: Portal): Response {
  const { wording, root, title } = editionFor(seen.language, portal)
  const main = (
    <PaperConsent
      {...paperFacts(portal.council, root)}
      wording={wording}
      months={seen.months_after_closing}
      known={{
        reference: seen.reference,
        code: portal.keys.code(seen.key),
        representative: seen.representative ?? '',
        service: seen.service,
        answerBy: seen.answer_by,
      }}
    />
  )
  const built = portal.pages.read(`${root}consent/paper/`)
  return page(fillPage(built, title(wording.t('consent-paper.title')), main), 200)
}
