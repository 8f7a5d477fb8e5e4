/**
 * The largest post that is read, in bytes. Netlify takes little more, and 100,000 characters in every answer that
 * is typed fit: the person is then told which answer is too long, with their words still there.
 */
export const largestBody = 4_000_000

/** The most fields that are read: ten times what the form has, and few enough that a flood of them costs nothing. */
export const mostFields = 1000

type Fields = readonly (readonly [string, string])[]

/** Why a post was not read, as the name of the page that says so. */
export type Refusal = 'too-large' | 'wrong-type'

const statuses: Readonly<Record<Refusal, number>> = { 'too-large': 413, 'wrong-type': 415 }
export const statusOf = (refusal: Refusal): number => statuses[refusal]

/** Reads what a form posted: its fields in order, or why it was not read. Never throws for what was sent. */
export async function readForm(request: Request): Promise<Fields | Refusal> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded' && type !== 'multipart/form-data') return 'wrong-type'
  if (Number(request.headers.get('content-length')) > largestBody) return 'too-large'
  const body = await upTo(largestBody, request.body)
  if (!body) return 'too-large'
  const fields =
    type === 'multipart/form-data'
      ? await parts(body, request.headers.get('content-type') ?? type)
      : [...new URLSearchParams(new TextDecoder().decode(body))]
  if (!fields) return 'wrong-type'
  return fields.length > mostFields ? 'too-large' : fields
}

/** The texts of a multipart body; files are left out. Null where it cannot be read. */
async function parts(body: BodyInit, type: string): Promise<Fields | null> {
  try {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData()
    return [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
  } catch {
    return null
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
