import type { Portal } from '../../complaints/ports.ts'
import { followFacts } from '../../components/follow/facts.ts'
import { SentLaterPage } from '../../components/follow/sent-later-page.tsx'
import { aboutYouPage } from '../about-you-page.ts'
import { page } from '../answer.ts'
import { editionFor } from '../edition.ts'
import { fillPage } from '../fill-page.tsx'
import { formPages } from '../form-pages.tsx'
import type { FormPlace } from '../receive-form.ts'
import { openLater } from './sent-later.ts'

/** Answers the page after something was added or asked for: shows it as often as it is loaded, and sends nothing. */
export async function showSentLater(request: Request, portal: Portal, place: FormPlace): Promise<Response> {
  const sent = await openLater(new URL(request.url).searchParams.get('t') ?? '', portal)
  const edition = editionFor(sent?.language, portal)
  if (!sent) return formPages(portal, edition, place).problem('not-found', 410)
  const { wording, root, title } = edition
  const told = followFacts(portal.council, wording, root)
  const main = <SentLaterPage {...{ sent, wording, told }} aboutYouPage={aboutYouPage(portal, edition)} />
  return page(
    fillPage(portal.pages.read(`${root}${place.page}`), title(wording.t(`later.${sent.what}.title`)), main),
    200,
  )
}
