import { BlobsServer } from '@netlify/blobs/server'
import { listen } from './listen.ts'
import { Outage } from './outage.ts'
import { readBody, sendWebResponse, webRequest } from './web.ts'

/** Netlify Blobs on this machine: what the package itself answers with, kept in a folder. */
export interface LocalBlobs {
  /** POST to /_outage there makes the next requests fail (see Outage). */
  readonly url: string
  /** What NETLIFY_BLOBS_CONTEXT holds at Netlify. */
  readonly context: string
  close(): Promise<void>
}

/**
 * Serves the blobs kept in `folder`. The package's server listens for the whole network and is private in its types,
 * so it is asked from behind a server of ours, which only this machine reaches.
 */
export async function openBlobs(folder: string, token: string): Promise<LocalBlobs> {
  const blobs = new BlobsServer({ directory: folder, token }) as unknown as {
    address: string
    handleRequest(request: Request): Promise<Response>
  }
  const outage = new Outage()
  const server = await listen(0, async (incoming, outgoing) => {
    const body = (await readBody(incoming)) ?? Buffer.alloc(0)
    if (incoming.url === '/_outage') {
      outgoing.writeHead(outage.order(body.toString()) ? 204 : 400).end()
      return
    }
    const failure = outage.next()
    if (!failure || failure.after) {
      const answer = await blobs.handleRequest(webRequest(incoming, blobs.address, body))
      if (!failure) return sendWebResponse(answer, outgoing)
    }
    if (failure.status === 0) outgoing.destroy()
    else outgoing.writeHead(failure.status).end()
  })
  blobs.address = server.url
  const context = { siteID: 'heard', token, edgeURL: server.url, uncachedEdgeURL: server.url }
  return {
    url: server.url,
    context: Buffer.from(JSON.stringify(context)).toString('base64'),
    close: () => server.close(),
  }
}
