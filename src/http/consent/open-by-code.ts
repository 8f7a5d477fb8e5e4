import { byCode, codeError } from '../../complaints/by-code.ts'
import type { Portal } from '../../complaints/ports.ts'
import { pickFields } from '../../form/fields.ts'
import { consentCode } from '../../form/journeys/consent-code.ts'
import { textOf } from '../../form/question.ts'
import { validate, type FieldError } from '../../form/validate.ts'
import { methodNotAllowed, seeOther } from '../answer.ts'
import { editionFor } from '../edition.ts'
import { languageOf } from '../language-of.ts'
import { formPages } from '../form-pages.tsx'
import { logFailure } from '../log-failure.ts'
import { readForm, statusOf } from '../read-form.ts'
import { tooManyTries } from '../too-many-tries.ts'
import { consentPages } from './consent-pages.tsx'
import { openAddress } from './open-consent.ts'
import { consentPlace } from './places.ts'

/**
 * Answers `/api/consents/open`: the reference and the code of a letter lead to the question (303). What opens nothing
 * is answered alike, whether there is such a reference or not (422); too many tries wait (429).
 */
export async function openByCode(request: Request, portal: Portal): Promise<Response> {
  if (request.method === 'GET' || request.method === 'HEAD') return seeOther(`/${consentPlace.page}`)
  if (request.method !== 'POST') return methodNotAllowed('GET, HEAD, POST')
  const posted = await readForm(request)
  if (typeof posted === 'string')
    return formPages(portal, editionFor(languageOf(request, portal), portal), consentPlace).problem(
      posted,
      statusOf(posted),
    )

  const edition = editionFor(posted.find(([name]) => name === 'language')?.[1], portal)
  const pages = consentPages(portal, edition)
  const fields = pickFields(posted, consentCode)
  const mend = (errors: readonly FieldError[], status = 422) => pages.code({ fields, errors, status })
  const { errors } = validate(consentCode, fields, edition.around)
  if (errors.length) return mend(errors)

  const given = byCode(textOf(fields, 'reference'), textOf(fields, 'code'), portal.keys)
  if ('misread' in given) return mend(given.misread)
  try {
    const seen = await portal.consents.open(given)
    if (!seen) return mend([codeError('does-not-open')])
    return seeOther(await openAddress({ key: seen.key, by: 'code' }, portal))
  } catch (error) {
    if (tooManyTries(error)) return mend([codeError('too-many-tries')], 429)
    logFailure(error)
    return pages.code({ fields, problem: true, status: 503 })
  }
}
