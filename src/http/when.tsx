import type { Portal } from '../complaints/ports.ts'
import { WhenAnswer } from '../components/site/when-answer.tsx'
import { WhenForm } from '../components/site/when-form.tsx'
import { procedureOf } from '../council/council.ts'
import { page, seeOther } from './answer.ts'
import { editionFor } from './edition.ts'
import { fillPage } from './fill-page.tsx'
import { readWhen, whenFields } from './when-question.ts'

/**
 * Answers `/when/dates/`: the days of a procedure for a day, with the working, in the page of the question.
 *
 * Nothing is stored, and nothing in the address says who asked. Where something is to mend, the page comes back
 * with what was typed (422); an address without questions leads to the page that asks them (303).
 */
export function answerWhen(request: Request, portal: Portal): Response {
  const asked = new URL(request.url).searchParams
  const { wording, root, title } = editionFor(asked.get('language') ?? undefined, portal)
  if (![...asked.keys()].some((name) => /^(service|sent-)/.test(name))) return seeOther(`${root}when/`)

  const { council } = portal
  const { t, language } = wording
  const fields = whenFields(asked)
  const question = readWhen(fields, council, language)
  const built = portal.pages.read(`${root}when/`)
  const services = council.services.map(({ id }) => id)
  if ('errors' in question) {
    const form = <WhenForm {...{ fields, services, wording, root }} errors={question.errors} />
    return page(fillPage(built, title(t('form.errors.page-title', { title: t('when.title') })), form), 422)
  }
  const { sent, service } = question
  const procedure = procedureOf(service, council)
  const main = (
    <>
      <WhenAnswer {...{ procedure, service, sent, wording, root, council }} />
      <WhenForm {...{ fields, services, wording, root }} errors={[]} again />
    </>
  )
  return page(fillPage(built, title(t('when.answer.title')), main), 200)
}
