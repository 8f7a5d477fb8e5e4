import { published } from '../council/editions.ts'
import type { Portal } from '../complaints/ports.ts'

const posted = new WeakMap<Request, string>()

/** Remembers the edition that a form was posted from, for an answer that is given without its fields. */
export function notePosted(request: Request, language: string | undefined): void {
  if (language !== undefined) posted.set(request, language)
}

/** The same from where a body begins, for one that is not read: the language is the first field of each form. */
export const noteBeginning = (request: Request, start: Uint8Array): void =>
  notePosted(
    request,
    first
      .exec(new TextDecoder().decode(start.subarray(0, 500)))
      ?.slice(1)
      .find(Boolean),
  )

const first =
  /^language=([a-zA-Z-]{2,20})(?=&|$)|^--[^\r\n]+\r\n[^\r\n]*name="language"\r\n\r\n([a-zA-Z-]{2,20})\r\n/i

/**
 * The language to answer a request in where its fields do not say: the one of the edition that it was posted from, as far
 * as that is known, else the first of the browser's that there is an edition in. Our pages send no Referer.
 */
export const languageOf = (request: Request, portal: Portal): string | undefined =>
  posted.get(request) ?? preferred(request, portal)

/** Browsers send their languages in the order that they are wanted in: `pl-PL,pl;q=0.9,en;q=0.8`. */
function preferred(request: Request, { council }: Portal): string | undefined {
  const wanted = (request.headers.get('accept-language') ?? '').toLowerCase().split(',')
  const tags = published(council).map(({ tag }) => tag)
  return wanted.map((each) => /^\s*([a-z]{2,3})\b/.exec(each)?.[1]).find((tag) => tag && tags.includes(tag))
}
