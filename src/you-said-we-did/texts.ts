import type { Entry } from './schema.ts'

/** One text of an entry that people read, and the key it stands under. */
export interface Said {
  readonly path: readonly (string | number)[]
  readonly text: string
}

/** Every text of an entry that people read, in the order of the page. */
export function textsOf({ title, told, changed, picture, easyRead = [] }: Entry): readonly Said[] {
  return [
    { path: ['title'], text: title },
    { path: ['told'], text: told },
    { path: ['changed'], text: changed },
    ...(picture ? [{ path: ['picture', 'alt'], text: picture.alt }] : []),
    ...easyRead.map(({ say }, i) => ({ path: ['easyRead', i, 'say'], text: say })),
  ]
}

/** The paragraphs of a text: an empty line stands between them. */
export const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter(Boolean)

/** The sentences of a text, each with its full stop. What has none, such as a title, is one sentence. */
export const sentencesOf = (text: string): readonly string[] =>
  paragraphsOf(text).flatMap((paragraph) => paragraph.split(/(?<=[.?!]['”’")]?)\s+(?=['“‘"(]?[\p{Lu}\d])/u))

/** The words of a sentence; a number is one, and so is “don’t”. */
export const wordsOf = (sentence: string): readonly string[] =>
  sentence.match(/[\p{L}\d][\p{L}\p{M}\d’'-]*/gu) ?? []
