import type { Visitor } from '../complaints/try-out.ts'

/** For one visit, in milliseconds. */
const patience = 6000

/** Visits the site at its own address. */
export const visitor = (site: string): Visitor => ({
  async send(path, fields) {
    const answer = await fetch(site + path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
      headers: { origin: new URL(site).origin },
      signal: AbortSignal.timeout(patience),
    })
    const next = answer.headers.get('location')
    if (answer.status !== 303 || !next) throw new Error('No page follows.')
    return next
  },
  async open(path) {
    const answer = await fetch(site + path, { signal: AbortSignal.timeout(patience) })
    await answer.text()
    if (!answer.ok) throw new Error('The page is not there.')
  },
})
