import { parse, type HTMLElement } from 'node-html-parser'
import { madeUpOfficer } from '../../src/local/sign-in.ts'
import type { Portal } from './portal.ts'

/** A page of the desk, as whoever has signed in sees it. */
export interface DeskSeen {
  readonly status: number
  readonly page: HTMLElement
  /** Its words, each run of white space one space. */
  readonly text: string
  readonly answer: Response
  /** What its forms carry. */
  readonly session: string
}

/** Somebody at work at the desk without a browser. */
export interface AtWork {
  /** The page as it is now. */
  readonly seen: DeskSeen
  /** Presses a button that leads on, such as `list:overdue:1`, or sends a form with these fields. */
  go(to: string, fields?: Readonly<Record<string, string>>): Promise<DeskSeen>
  /** Opens the form of an act and sends it. `about` is a reference, or an addition's or a letter's id. */
  act(act: string, about: string | null, fields: Readonly<Record<string, string>>): Promise<DeskSeen>
}

/** Posts a form of the desk. */
export async function postDesk(portal: Portal, fields: Readonly<Record<string, string>>): Promise<DeskSeen> {
  const answer = await fetch(`${portal.url}/api/desk`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })
  const html = answer.headers.get('content-type')?.startsWith('text/html') ? await answer.clone().text() : ''
  const page = parse(html)
  return {
    status: answer.status,
    page,
    answer,
    text: page.querySelector('main')?.textContent.replace(/\s+/g, ' ').trim() ?? '',
    session: page.querySelector('input[name=session]')?.getAttribute('value') ?? '',
  }
}

/** The newest code that was mailed to somebody. */
export async function codeFor(portal: Portal, email: string = madeUpOfficer.email): Promise<string> {
  const mail = await portal.waitForMail(({ to, subject }) => to.includes(email) && subject.includes('code'))
  const code = /\b\d{8}\b/.exec(mail.html ?? '')?.[0]
  if (!code) throw new Error('A mail about a code holds none.')
  return code
}

/** Signs the made-up officer in, and shows all lists. */
export async function atWork(portal: Portal, email: string = madeUpOfficer.email): Promise<AtWork> {
  const before = (await portal.mails()).length
  await postDesk(portal, { go: 'send-code', email })
  for (let tries = 0; tries < 400 && (await portal.mails()).length === before; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50))
  let seen = await postDesk(portal, { go: 'sign-in', email, code: await codeFor(portal, email) })
  const step = async (fields: Readonly<Record<string, string>>) => {
    const next = await postDesk(portal, { session: seen.session, ...fields })
    // A file that comes leaves the page as it was.
    if (next.session) seen = next
    return next
  }
  return {
    get seen() {
      return seen
    },
    go: (to, fields = {}) => step({ go: to, ...fields }),
    async act(act, about, fields) {
      const form = await step({ go: ['act', act, about].filter(Boolean).join(':') })
      const button = form.page.querySelector('form.whole button[name=go]')?.getAttribute('value')
      const id = form.page.querySelector('input[name=act]')?.getAttribute('value')
      if (!button || !id) throw new Error(`There is no form for ${act}: ${form.text.slice(0, 300)}`)
      return step({ ...filledIn(form.page), ...fields, act: id, go: button })
    },
  }
}

/** What stands in a form already, so that what a test leaves out is sent as it is. */
function filledIn(page: HTMLElement): Record<string, string> {
  const entries: [string, string][] = []
  for (const field of page.querySelectorAll('form.whole input, form.whole textarea')) {
    const name = field.getAttribute('name') ?? ''
    const type = field.getAttribute('type')
    if (!name || ['session', 'act'].includes(name)) continue
    if ((type === 'radio' || type === 'checkbox') && !field.hasAttribute('checked')) continue
    entries.push([name, field.tagName === 'TEXTAREA' ? field.text : (field.getAttribute('value') ?? '')])
  }
  return Object.fromEntries(entries)
}
