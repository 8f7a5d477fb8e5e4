import type { Desk } from '../../complaints/desk/ports.ts'
import type { Portal } from '../../complaints/ports.ts'
import { openSession, sessionField } from '../../desk/session.ts'
import { deskWording } from '../../desk/words.ts'
import { methodNotAllowed, seeOther } from '../answer.ts'
import { logFailure } from '../log-failure.ts'
import { readForm, statusOf } from '../read-form.ts'
import type { AfterAnswer } from '../receive-form.ts'
import { deskPages } from './desk-pages.tsx'
import { goTo } from './go-to.tsx'
import { signingIn } from './signing-in.ts'

/** What a form of the desk posted: its fields in order. */
export type Posted = readonly (readonly [string, string])[]

const mostWritten = 20_000

/**
 * Answers `/api/desk`. Every page is a POST, which says with `go` where to: to sign in, to a list, a case or a form, or
 * to do what a form says. All but signing in carry a sealed session, which each answer seals anew.
 */
export async function receiveDesk(
  request: Request,
  portal: Portal,
  desk: () => Desk,
  after: AfterAnswer,
): Promise<Response> {
  if (request.method === 'GET' || request.method === 'HEAD') return seeOther('/desk/')
  if (request.method !== 'POST') return methodNotAllowed('GET, HEAD, POST')
  const wording = deskWording(portal.wordsIn('en'), portal.council)
  const pages = deskPages(portal, wording)
  const posted = await readForm(request)
  if (typeof posted === 'string') return pages.signIn({}, statusOf(posted))
  const said = (name: string) => posted.find(([key]) => key === name)?.[1]
  const go = said('go') ?? ''
  try {
    if (said(sessionField) === undefined)
      return await signingIn({ go, said, portal, desk: desk(), wording, pages, after })
    const session = await openSession(said(sessionField), portal)
    if (!session) return over(posted)
    return await goTo({ go, said, posted, session, portal, desk: desk(), wording, pages, after })
  } catch (error) {
    if (isRefused(error, 'not-staff')) return over(posted)
    logFailure(error)
    return pages.signIn({ note: wording.t('desk.unavailable'), written: writtenIn(posted) }, 503)
  }

  /** Their time is over, or they are on the list no more: what they wrote is theirs to copy. */
  function over(fields: Posted): Response {
    return pages.signIn({ note: wording.t('desk.sign-in.over'), written: writtenIn(fields) }, 401)
  }
}

/** The texts that somebody typed: not what they chose, and nothing that the page itself carries. */
const writtenIn = (posted: Posted): readonly string[] =>
  posted
    .filter(([name, text]) => ![sessionField, 'go', 'act', 'code', 'email'].includes(name) && /\s/.test(text))
    .map(([, text]) => text.slice(0, mostWritten))

/** True for a refusal of the record by this name. */
export const isRefused = (error: unknown, name: string): boolean =>
  error instanceof Error && 'refusal' in error && error.refusal === name
