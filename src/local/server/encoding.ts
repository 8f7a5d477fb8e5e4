import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

/** True for what gets shorter when packed: not pictures and fonts, which are packed already. */
export const compressible = (type: string, length: number): boolean =>
  /^text\/|json|xml/.test(type) && length > 256

/** The best encoding that an Accept-Encoding header takes; `;q=0` is a refusal. */
export function chosenEncoding(accepted: string | undefined): Encoding {
  const taken = (accepted ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(';')[0]?.trim())
  return taken.includes('br') ? 'br' : taken.includes('gzip') ? 'gzip' : 'identity'
}

/** Packs at a middling level, such as a CDN uses, so that a size measured here flatters nobody. */
export async function packed(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return bytes
  return encoding === 'br'
    ? await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
    : await promisify(gzip)(bytes)
}

/** A function's answer as the CDN passes it on: packed where the browser takes that and the answer is text. */
export async function packedResponse(response: Response, accepted: string | undefined): Promise<Response> {
  const encoding = chosenEncoding(accepted)
  const type = response.headers.get('content-type') ?? ''
  if (!response.body || encoding === 'identity' || response.headers.has('content-encoding')) return response
  const bytes = Buffer.from(await response.arrayBuffer())
  const headers = new Headers(response.headers)
  const pack = compressible(type, bytes.length)
  if (pack) {
    headers.set('content-encoding', encoding)
    headers.append('vary', 'accept-encoding')
    headers.delete('content-length')
  }
  const body = new Uint8Array(pack ? await packed(bytes, encoding) : bytes)
  return new Response(body, { status: response.status, headers })
}
