import { readCode } from '../../complaints/access-code.ts'
import type { Portal } from '../../complaints/ports.ts'
import { readReference } from '../../complaints/reference.ts'
import { pickFields } from '../../form/fields.ts'
import { consentCode } from '../../form/journeys/consent-code.ts'
import { textOf } from '../../form/question.ts'
import { validate, type FieldError } from '../../form/validate.ts'
import { methodNotAllowed, seeOther } from '../answer.ts'
import { editionFor } from '../edition.ts'
import { formPages } from '../form-pages.tsx'
import { logFailure } from '../log-failure.ts'
import { readForm, statusOf } from '../read-form.ts'
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
    return formPages(portal, editionFor(undefined, portal), consentPlace).problem(posted, statusOf(posted))

  const edition = editionFor(posted.find(([name]) => name === 'language')?.[1], portal)
  const pages = consentPages(portal, edition)
  const fields = pickFields(posted, consentCode)
  const mend = (errors: readonly FieldError[], status = 422) => pages.code({ fields, errors, status })
  const { errors } = validate(consentCode, fields, edition.around)
  if (errors.length) return mend(errors)

  const [reference, code] = [readReference(textOf(fields, 'reference')), readCode(textOf(fields, 'code'))]
  if (!reference || !code)
    return mend([
      ...(reference ? [] : [wrong('reference', 'not-a-reference')]),
      ...(code ? [] : [wrong('code', 'not-a-code')]),
    ])
  try {
    const seen = await portal.consents.open({ reference, code_proof: portal.keys.proof(code) })
    if (!seen) return mend([wrong('code', 'does-not-open')])
    return seeOther(await openAddress({ key: seen.key, by: 'code' }, portal))
  } catch (error) {
    if (refusalOf(error) === 'too-many-tries') return mend([wrong('code', 'too-many-tries')], 429)
    logFailure(error)
    return pages.code({ fields, problem: true, status: 503 })
  }
}

const wrong = (question: 'reference' | 'code', code: string): FieldError => ({
  question,
  field: question,
  code,
})

/** The code that the record refused with, where it did: see src/adapters/api.ts. */
const refusalOf = (error: unknown): unknown =>
  error instanceof Error && 'refusal' in error ? error.refusal : undefined
