import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'

/** Netlify hands a function at most 6 MB. */
export const mostBytes = 6 * 1024 * 1024

/** A request's body in full, or undefined where it is longer than `most` bytes. */
export async function readBody(incoming: IncomingMessage, most = mostBytes): Promise<Buffer | undefined> {
  if (Number(incoming.headers['content-length'] ?? 0) > most) return drain(incoming)
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    length += (chunk as Buffer).length
    if (length > most) return drain(incoming)
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

/** The rest is read and thrown away: a client still sending would otherwise never see the answer. */
function drain(incoming: IncomingMessage): undefined {
  incoming.resume()
}

/** The web Request that Node's stands for. `origin` is what its address starts with. */
export function webRequest(incoming: IncomingMessage, origin: string, body: Buffer): Request {
  const headers = new Headers()
  for (let at = 0; at < incoming.rawHeaders.length; at += 2)
    headers.append(incoming.rawHeaders[at]!, incoming.rawHeaders[at + 1]!)
  const method = incoming.method ?? 'GET'
  const carries = method !== 'GET' && method !== 'HEAD'
  return new Request(new URL(incoming.url ?? '/', origin), {
    method,
    headers,
    ...(carries && { body: new Uint8Array(body) }),
  })
}

/** Sends a web Response as Node's, without its body where the request was HEAD. */
export async function sendWebResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  const headers: Record<string, string | string[]> = Object.fromEntries(response.headers)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) headers['set-cookie'] = cookies
  outgoing.writeHead(response.status, headers)
  if (!response.body || outgoing.req.method === 'HEAD') {
    outgoing.end()
    return
  }
  await pipeline(Readable.fromWeb(response.body as ReadableStream), outgoing)
}

/** What the text says as JSON, or undefined where it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
