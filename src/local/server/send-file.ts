import type { IncomingMessage, ServerResponse } from 'node:http'
import { chosenEncoding } from './encoding.ts'
import type { StaticFile } from './static-files.ts'

/** Sends a file of the site, compressed as the browser likes it; 304 where the browser has it already. */
export async function sendFile(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  file: StaticFile,
  status: number,
  headers: Record<string, string>,
): Promise<void> {
  const encoding = file.compressible ? chosenEncoding(acceptedBy(incoming)) : 'identity'
  const etag = encoding === 'identity' ? `"${file.hash}"` : `"${file.hash}-${encoding}"`
  const all: Record<string, string> = {
    'cache-control': 'public, max-age=0, must-revalidate',
    ...headers,
    etag,
    ...(file.compressible && { vary: 'accept-encoding' }),
  }
  if (status === 200 && known(incoming.headers['if-none-match'], etag)) {
    outgoing.writeHead(304, all).end()
    return
  }
  const bytes = await file.bytes(encoding)
  outgoing.writeHead(status, {
    ...all,
    'content-type': all['content-type'] ?? file.type,
    'content-length': String(bytes.length),
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
  })
  outgoing.end(incoming.method === 'HEAD' ? undefined : bytes)
}

function known(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.includes('*') || tags.includes(etag)
}

/** Its Accept-Encoding header, as one text. */
export const acceptedBy = (incoming: IncomingMessage): string =>
  String(incoming.headers['accept-encoding'] ?? '')
