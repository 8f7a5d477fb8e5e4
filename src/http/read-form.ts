import { noteBeginning, notePosted } from './language-of.ts'

/**
 * The largest post that is read where files come with it. What is over `largestBody` can only be files: the words
 * beside them are kept, and the person is told that the files are too much.
 */
export const largestWithFiles = 5_900_000

/**
 * The largest post that is read, in bytes. Netlify takes little more, and 100,000 characters in every answer that
 * is typed fit: the person is then told which answer is too long, with their words still there.
 */
export const largestBody = 4_000_000

/** The most fields that are read: ten times what the form has, and few enough that a flood of them costs nothing. */
export const mostFields = 1000

type Fields = readonly (readonly [string, string])[]

/** A file as a form posted it. */
export interface PostedFile {
  readonly field: string
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** What a form posted: its texts in order, and its files. */
export interface Posted {
  readonly fields: Fields
  /** Empty where they are too much; a file input that was left empty is none. */
  readonly files: readonly PostedFile[]
  /** True where the files came to more than 4 MB, and were dropped. */
  readonly tooMuch: boolean
}

/** Why a post was not read, as the name of the page that says so. */
export type Refusal = 'too-large' | 'wrong-type'

const statuses: Readonly<Record<Refusal, number>> = { 'too-large': 413, 'wrong-type': 415 }
export const statusOf = (refusal: Refusal): number => statuses[refusal]

/** Reads the texts that a form posted, in order, or why it was not read. Never throws for what was sent. */
export async function readForm(request: Request): Promise<Fields | Refusal> {
  const posted = await readPosted(request)
  return typeof posted === 'string' ? posted : posted.fields
}

/** Reads what a form posted, files too, or why it was not read. Never throws for what was sent. */
export async function readPosted(request: Request): Promise<Posted | Refusal> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded' && type !== 'multipart/form-data') return 'wrong-type'
  const most = type === 'multipart/form-data' ? largestWithFiles : largestBody
  const known = Number(request.headers.get('content-length')) > most
  const { body, start } = await upTo(known ? 0 : most, request.body)
  noteBeginning(request, start)
  if (!body) return 'too-large'
  const parts =
    type === 'multipart/form-data'
      ? await partsOf(body, request.headers.get('content-type') ?? type)
      : { fields: [...new URLSearchParams(new TextDecoder().decode(body))], files: [] }
  if (!parts) return 'wrong-type'
  notePosted(request, parts.fields.find(([name]) => name === 'language')?.[1])
  const inFiles = parts.files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (parts.fields.length > mostFields || body.length - inFiles > largestBody) return 'too-large'
  const tooMuch = inFiles > largestBody
  return { ...parts, ...(tooMuch && { files: [] }), tooMuch }
}

/** The texts and files of a multipart body. Null where it cannot be read. */
async function partsOf(body: BodyInit, type: string): Promise<Omit<Posted, 'tooMuch'> | null> {
  try {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData()
    const fields: (readonly [string, string])[] = []
    const files: PostedFile[] = []
    for (const [field, value] of form) {
      if (typeof value === 'string') fields.push([field, value])
      // A file input in which nothing was chosen posts a file without a name, and without a byte.
      else if (value.name || value.size)
        files.push({ field, name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) })
    }
    return { fields, files }
  } catch {
    return null
  }
}

/** Reads a body that is text, up to `most` bytes; null where it is longer. */
export async function readText(request: Request, most: number): Promise<string | null> {
  if (Number(request.headers.get('content-length')) > most) return null
  const { body } = await upTo(most, request.body)
  return body && new TextDecoder().decode(body)
}

/** What a stream holds, where that is not too much, and how it begins in any case. */
async function upTo(
  most: number,
  stream: ReadableStream<Uint8Array> | null,
): Promise<{ body: Uint8Array<ArrayBuffer> | null; start: Uint8Array }> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of stream ?? []) {
    parts.push(part)
    size += part.byteLength
    if (size > most) return { body: null, start: parts[0] ?? part }
  }
  const body = new Uint8Array(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer())
  return { body, start: body }
}
