/**
 * The largest post that is read, in bytes. Netlify takes little more, and 100,000 characters in every question
 * fit: the person is then told which answer is too long, with their words still there.
 */
export const largestBody = 4_000_000

/** Why a post was not read, as the name of the page that says so. */
export type Refusal = 'too-large' | 'wrong-type'

const statuses: Readonly<Record<Refusal, number>> = { 'too-large': 413, 'wrong-type': 415 }
export const statusOf = (refusal: Refusal): number => statuses[refusal]

/** Reads what a form posted: its fields in order, or why it was not read. Never throws for what was sent. */
export async function readForm(request: Request): Promise<readonly (readonly [string, string])[] | Refusal> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded' && type !== 'multipart/form-data') return 'wrong-type'
  if (Number(request.headers.get('content-length')) > largestBody) return 'too-large'
  const body = await upTo(largestBody, request.body)
  if (!body) return 'too-large'
  if (type === 'application/x-www-form-urlencoded')
    return [...new URLSearchParams(new TextDecoder().decode(body))]
  try {
    const form = await new Response(body, {
      headers: { 'content-type': request.headers.get('content-type') ?? type },
    }).formData()
    return [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
  } catch {
    return 'wrong-type'
  }
}

async function upTo(
  most: number,
  stream: ReadableStream<Uint8Array> | null,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of stream ?? []) {
    size += part.byteLength
    if (size > most) return null
    parts.push(part)
  }
  return new Uint8Array(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer())
}
