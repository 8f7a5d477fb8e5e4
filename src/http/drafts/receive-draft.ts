import type { Portal } from '../../complaints/ports.ts'
import { methodNotAllowed, seeOther } from '../answer.ts'
import { editionFor } from '../edition.ts'
import { languageOf } from '../language-of.ts'
import { formPages } from '../form-pages.tsx'
import { readPosted, statusOf } from '../read-form.ts'
import { draftPages } from './draft-pages.tsx'
import { mailCode } from './mail-code.ts'
import { deleteByCode, openByCode } from './open-by-code.ts'
import { resumePlace } from './places.ts'
import { saveDraft } from './save-draft.ts'

/**
 * Answers `/api/drafts`. A form's own button posts it with `save`, the journey's id, as it stands: right or wrong. The
 * other posts say with `go` what they want of a code: `open`, `delete`, or `mail` it.
 *
 * The code is in posts and in pages that answer them, and in no address. These pages are the answers themselves, since
 * an address to lead on to would have to hold the code.
 */
export async function receiveDraft(request: Request, address: string, portal: Portal): Promise<Response> {
  if (request.method === 'GET' || request.method === 'HEAD') return seeOther(`/${resumePlace.page}`)
  if (request.method !== 'POST') return methodNotAllowed('GET, HEAD, POST')
  const read = await readPosted(request)
  if (typeof read === 'string')
    return formPages(portal, editionFor(languageOf(request, portal), portal), resumePlace).problem(
      read,
      statusOf(read),
    )
  const { fields: posted } = read

  const said = (name: string) => posted.find(([key]) => key === name)?.[1]
  const edition = editionFor(said('language'), portal)
  if (said('save') !== undefined) return saveDraft(read, said, portal, edition, address)
  switch (said('go')) {
    case 'open':
      return openByCode(posted, portal, edition, request.headers.get('accept')?.includes('json') ?? false)
    case 'delete':
      return deleteByCode(posted, portal, edition)
    case 'mail':
      return mailCode(posted, said, portal, edition)
    default:
      return draftPages(portal, edition).form({ status: 200 })
  }
}
