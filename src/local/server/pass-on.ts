import { request, type IncomingMessage, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'

/** True for a browser that puts a file where the storage said. Nothing else of the storage is reached this way. */
export const isUpload = (method: string, path: string): boolean =>
  method === 'PUT' && /^\/storage\/v1\/object\/upload\/sign\/[\w./-]+$/.test(path)

/**
 * Passes a request on to the server at `to`, as it comes and as it is answered. Where the browser goes away, so does
 * the request: nothing of it is kept.
 */
export async function passOn(incoming: IncomingMessage, outgoing: ServerResponse, to: string): Promise<void> {
  const { 'content-type': type, 'content-length': length } = incoming.headers
  const onward = request(to + (incoming.url ?? '/'), {
    method: incoming.method,
    headers: { ...(type && { 'content-type': type }), ...(length && { 'content-length': length }) },
  })
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    onward.once('response', resolve).once('error', reject)
  })
  answered.catch(() => {})
  try {
    await pipeline(incoming, onward)
    const answer = await answered
    outgoing.writeHead(answer.statusCode ?? 502, {
      'content-type': answer.headers['content-type'] ?? 'text/plain',
    })
    await pipeline(answer, outgoing)
  } catch {
    onward.destroy()
    if (outgoing.headersSent || outgoing.destroyed) outgoing.destroy()
    else outgoing.writeHead(502).end()
  }
}
