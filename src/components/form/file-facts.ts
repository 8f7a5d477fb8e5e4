import type { Council } from '../../council/council.ts'

/** What a council takes of files, as a form says it. */
export interface FileFacts {
  /** How many at once. */
  readonly most: number
  /** How large each may be, in bytes. */
  readonly bytes: number
  /** Media types. */
  readonly types: readonly string[]
}

export const fileFacts = ({ files }: Council): FileFacts => ({
  most: files.most,
  bytes: files.megabytes * 1_000_000,
  types: files.types,
})

/** The kinds of file that the media types come to, by the keys of their names, in the order people look for them. */
export const kindsOf = (types: readonly string[]): readonly string[] =>
  kinds.filter(([, is]) => types.some((type) => is.test(type))).map(([kind]) => kind)

const kinds = [
  ['picture', /^image\//],
  ['pdf', /pdf$/],
  ['word', /word|opendocument/],
  ['text', /^text\//],
  ['sound', /^audio\//],
  ['film', /^video\//],
] as const
