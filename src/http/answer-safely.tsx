import type { Portal } from '../complaints/ports.ts'
import { nothing, page } from './answer.ts'
import { editionFor } from './edition.ts'
import { withLinksLedElsewhere } from './led-elsewhere.ts'
import { fillPage } from './fill-page.tsx'
import { languageOf } from './language-of.ts'
import { logFailure } from './log-failure.ts'

/**
 * Gives what `answer` gives. Where it fails in a way that nobody foresaw, the person gets a plain page with the
 * phone number (500), in their language as far as `request` says which, and the log a line that quotes nobody.
 */
export async function answerSafely(
  portal: Portal,
  answer: () => Promise<Response>,
  request?: Request,
): Promise<Response> {
  try {
    return await withLinksLedElsewhere(await answer(), portal)
  } catch (error) {
    logFailure(error)
    return somethingWrong(portal, request)
  }
}

function somethingWrong(portal: Portal, request: Request | undefined): Response {
  try {
    const { wording, facts, root, title } = editionFor(request && languageOf(request, portal), portal)
    const { t } = wording
    const main = (
      <>
        <h1>{t('site.problem.title')}</h1>
        <p>{t('site.problem.description')}</p>
        <p>{t('form.problem.ring', { phone: facts.intro.phone })}</p>
      </>
    )
    return page(fillPage(portal.pages.read(`${root}problem/`), title(t('site.problem.title')), main), 500)
  } catch (error) {
    logFailure(error)
    return nothing()
  }
}
