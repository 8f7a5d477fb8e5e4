import { expect } from 'vitest'
import type { Portal } from '../support/portal.ts'
import { valuesIn } from './page.ts'
import { ask, encoded, post, sent, type Answered, type Posted } from './post.ts'

/** A complaint that was sent over HTTP, with what its person got to follow it. */
export interface Complained {
  readonly reference: string
  readonly code: string
  /** The link of the letter, from the site's root; '' where no email went. */
  readonly link: string
}

/** Sends a complaint as a page does, and reads what the person is given. */
export async function complained(portal: Portal, change: Posted = {}): Promise<Complained> {
  const answer = await post(portal.url, sent(change))
  const { text } = await ask(portal.url + answer.headers.get('location'))
  const [, reference = ''] = /class="reference"[^>]*>([^<]+)</.exec(text) ?? []
  const [, code = ''] = /class="code"[^>]*>([^<]+)</.exec(text) ?? []
  expect([reference, code]).not.toContain('')
  if ((change['reply-route'] ?? 'email') !== 'email') return { reference, code, link: '' }
  const mail = await portal.waitForMail(
    ({ subject, text: body }) => subject.includes(reference) && (body ?? '').includes('/follow/open/'),
  )
  const [, link = ''] = /(\/follow\/open\/\?k=\S+)/.exec(mail.text ?? '') ?? []
  return { reference, code, link }
}

/** Posts to an address of the site as a page without scripts does. */
export const postTo = (portal: Portal, address: string, fields: Posted): Promise<Answered> =>
  ask(portal.url + address, { method: 'POST', body: encoded(fields) })

/** Follows an answer's redirect. */
export async function afterwards(portal: Portal, answer: Answered): Promise<Answered> {
  expect(answer.status).toBe(303)
  return ask(portal.url + (answer.headers.get('location') ?? ''))
}

/** The complaint's own page, opened by reference and code. */
export const opened = async (portal: Portal, { reference, code }: Complained): Promise<Answered> =>
  afterwards(portal, await postTo(portal, '/api/follow', { go: 'open', reference, code }))

/** The grant that the forms of a page carry. */
export const grantOn = ({ text }: Answered): string => valuesIn(text)['grant'] ?? ''

/** Gives the newest stage of a complaint its reply, so many days ago. */
export const replied = (portal: Portal, { reference }: Complained, daysAgo = 1) =>
  portal.sql(
    `update heard.stages s set requested_on = s.requested_on - ${daysAgo}, acknowledge_by = null,
       acknowledged_on = null, respond_by = null,
       responded_on = (now() at time zone 'Europe/London')::date - ${daysAgo}
     from heard.complaints c where c.id = s.complaint_id and c.reference = '${reference}' and s.responded_on is null`,
  )

/** Presses Send on a form of what comes after a complaint, under a new submission id or the one given. */
export const sendTo = (
  portal: Portal,
  address: string,
  fields: Posted,
  submission: string = crypto.randomUUID(),
): Promise<Answered> => postTo(portal, address, { submission, go: 'send', ...fields })
