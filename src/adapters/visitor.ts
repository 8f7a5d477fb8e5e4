/** A visit to the site from outside, as a person's browser makes it without scripts. */
export interface Visitor {
  /** Posts a form, and gives the address of the page that follows. Throws where there is none. */
  send(path: string, fields: Readonly<Record<string, string>>): Promise<string>
  /** Opens a page. Throws where it is not there. */
  open(path: string): Promise<void>
}

/** For one visit, in milliseconds. */
const patience = 6000

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
