import type { Mail } from './mail.ts'
import type { MailStore } from './store.ts'

/**
 * The mailbox as a person reads it: /_mail, /_mail/<id>; and as data: /_mail.json (newest first).
 * Undefined where the address is none of these.
 */
export function mailPage(path: string, store: MailStore): Response | undefined {
  if (path === '/_mail.json') return Response.json(store.all(), { headers: { 'cache-control': 'no-store' } })
  if (path === '/_mail' || path === '/_mail/') return page('Mailbox', list(store.all()))
  const mail = store.find(path.slice('/_mail/'.length))
  return mail && page(mail.subject, one(mail))
}

function list(mails: readonly Mail[]): string {
  if (mails.length === 0)
    return '<h1>Mailbox</h1><p>No mail yet. Mail that the portal sends arrives here.</p>'
  const rows = mails.map(
    (mail) => `<li><a href="/_mail/${mail.id}">${escape(mail.subject)}</a>
      <span>To ${escape(mail.to.join(', '))} · ${time(mail)}</span></li>`,
  )
  return `<h1>Mailbox</h1><p>Newest first. Nothing here left this machine.</p><ol>${rows.join('')}</ol>`
}

function one(mail: Mail): string {
  const headers: [string, string][] = [
    ['From', mail.from],
    ['To', mail.to.join(', ')],
    ['Cc', mail.cc.join(', ')],
    ['Bcc', mail.bcc.join(', ')],
    ['Reply to', mail.replyTo.join(', ')],
    ...Object.entries(mail.headers),
    ['Tags', mail.tags.map(({ name, value }) => `${name}: ${value}`).join(', ')],
  ]
  const rows = headers
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `<div><dt>${escape(name)}</dt><dd>${escape(value)}</dd></div>`)
  return `<p><a href="/_mail">Back to the mailbox</a></p>
    <h1>${escape(mail.subject)}</h1>
    <dl>${rows.join('')}<div><dt>Received</dt><dd>${time(mail)}</dd></div></dl>
    ${mail.html === undefined ? '' : `<h2>As a page</h2>${frame(mail.html)}`}
    ${mail.text === undefined ? '' : `<h2>As plain text</h2><pre>${escape(mail.text)}</pre>`}`
}

/** The mail runs no script and reaches nothing here; its links open in a tab of their own. */
const frame = (html: string): string =>
  `<iframe title="The message" sandbox="allow-popups allow-popups-to-escape-sandbox"
    srcdoc="${escape(`<base target="_blank">${html}`)}"></iframe>`

const time = (mail: Mail): string =>
  `<time datetime="${mail.receivedAt}">${mail.receivedAt.replace('T', ' ').slice(0, 19)} UTC</time>`

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const page = (title: string, main: string): Response =>
  new Response(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escape(title)} – local mailbox</title>
    <meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style></head>
    <body><main>${main}</main></body></html>`,
    {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy':
          "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
      },
    },
  )

const style = `
:root { color-scheme: light dark; }
body { font: 1.1875rem/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.25; }
h2 { font-size: 1.375rem; }
ol { list-style: none; padding: 0; }
li { padding: .75rem 0; border-top: 1px solid GrayText; }
li span { display: block; font-size: 1rem; }
dl div { display: flex; flex-wrap: wrap; gap: 0 1rem; }
dt { font-weight: 700; min-width: 6rem; }
dd { margin: 0; }
iframe { width: 100%; height: 70vh; border: 1px solid GrayText; background: Canvas; }
pre { white-space: pre-wrap; font: inherit; border: 1px solid GrayText; padding: 1rem; }`
