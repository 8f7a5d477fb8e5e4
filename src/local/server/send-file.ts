import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Encoding, StaticFile } from './static-files.ts'

/** Sends a file of the site, compressed as the browser likes it; 304 where the browser has it already. */
export async function sendFile(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  file: StaticFile,
  status: number,
  headers: Record<string, string>,
): Promise<void> {
  const encoding = file.compressible ? chosen(String(incoming.headers['accept-encoding'] ?? '')) : 'identity'
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

/** The best encoding that Accept-Encoding takes; `;q=0` is a refusal. */
function chosen(accepted: string): Encoding {
  const taken = accepted
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(';')[0]?.trim())
  return taken.includes('br') ? 'br' : taken.includes('gzip') ? 'gzip' : 'identity'
}

function known(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.includes('*') || tags.includes(etag)
}
