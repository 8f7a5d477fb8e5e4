import type { Portal } from '../complaints/ports.ts'
import { SentPage } from '../components/form/sent-page.tsx'
import { textIn } from '../council/council.ts'
import { page } from './answer.ts'
import { aboutYouPage } from './about-you-page.ts'
import { editionFor } from './edition.ts'
import { fillPage } from './fill-page.tsx'
import { formPages } from './form-pages.tsx'
import { complainPlace } from './receive-complaint.ts'
import { openSent } from './sent-address.ts'

/** Answers `/complain/sent/`: shows what was promised, as often as it is loaded, and sends nothing. */
export async function showSent(request: Request, portal: Portal): Promise<Response> {
  const sent = await openSent(new URL(request.url).searchParams.get('t') ?? '', portal)
  const edition = editionFor(sent?.language, portal)
  if (!sent) return formPages(portal, edition, complainPlace).problem('not-found', 410)

  const { wording, facts, root, title } = edition
  const { council } = portal
  const procedure = council.procedures.find(({ id }) => id === sent.procedure)
  const ombudsman = council.ombudsmen.find(({ id }) => id === procedure?.ombudsman)
  const { phone, textRelay, email } = council.contacts.complaints
  const main = (
    <SentPage
      {...{ sent, wording, phone, textRelay, email }}
      helpNow={facts.helpNow}
      contactPage={facts.intro.contactPage}
      becomingPage={`${root}make-it-a-complaint/`}
      aboutYouPage={aboutYouPage(portal, edition)}
      root={root}
      oneStage={procedure?.stages.length === 1}
      ombudsman={
        ombudsman
          ? { name: textIn(ombudsman.name, wording.language), phone: ombudsman.phone, web: ombudsman.web }
          : null
      }
    />
  )
  return page(
    fillPage(portal.pages.read(`${root}complain/`), title(wording.t(`sent.title.${sent.kind}`)), main),
    200,
  )
}
