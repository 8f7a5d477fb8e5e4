import { randomUUID } from 'node:crypto'

/** What a form posts: a value, or several for one name. */
export type Posted = Record<string, string | readonly string[]>

/** An answer, read to its end. */
export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** A whole and good complaint by email, by a made-up person; `change` replaces some of its fields. */
export const aComplaint = (change: Posted = {}): Posted => ({
  language: 'en',
  kind: 'complaint',
  service: 'bins',
  'for-whom': 'myself',
  risk: 'no',
  'what-happened': 'Our bin was not emptied three weeks running.',
  'told-before': 'no',
  'first-report': 'complaint',
  outcome: 'Empty it.',
  discrimination: 'no',
  'reply-route': 'email',
  name: 'Zofia Nowak',
  email: 'zofia@example.org',
  ...change,
})

/** The same, with Send pressed on the page to check it: under a new submission id, or the one given. */
export const sent = (change: Posted = {}, submission: string = randomUUID()): Posted =>
  aComplaint({ submission, go: 'send', took: '60000', ...change })

export const encoded = (fields: Posted): URLSearchParams =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, held]) => [held].flat().map((value) => [name, value])),
  )

/** Posts a form as a page without scripts does. */
export const post = (url: string, fields: Posted): Promise<Answered> =>
  ask(`${url}/api/complaints`, { method: 'POST', body: encoded(fields) })

/** Posts a form as the island does, to be answered in JSON. */
export const postForJson = (url: string, fields: Posted): Promise<Answered> =>
  ask(`${url}/api/complaints`, {
    method: 'POST',
    body: encoded(fields),
    headers: { accept: 'application/json' },
  })

/** Asks on a connection of its own, follows no redirect, and reads the answer to its end. */
export async function ask(address: string, init: RequestInit = {}): Promise<Answered> {
  const headers = new Headers(init.headers)
  // A connection kept from before may be closed by the server just as it is used again.
  if (!headers.has('connection')) headers.set('connection', 'close')
  // What a browser says of a form on one of our own pages.
  if (!headers.has('sec-fetch-site')) headers.set('sec-fetch-site', 'same-origin')
  const answer = await fetch(address, { redirect: 'manual', ...init, headers })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

/** The reference on the page that a sent form leads to. */
export async function referenceAfter(url: string, answer: Answered): Promise<string> {
  const page = await ask(url + answer.headers.get('location'))
  const [, reference] = /class="reference"[^>]*>([^<]+)</.exec(page.text) ?? []
  if (!reference) throw new Error(`No reference after ${answer.status}.`)
  return reference
}
