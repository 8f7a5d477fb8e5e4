import { has, translator, type Translate, type Words } from '../words/translate.ts'

/** What a form is put into words with, in one edition. */
export interface Wording {
  readonly language: string
  readonly t: Translate
  /** True where the edition has this key: hints are for those questions that need one. */
  readonly has: (key: string) => boolean
  /** A service's name, by its id. */
  readonly serviceName: (id: string) => string
}

/** The wording of one edition: its words, and the council's names for its services. */
export const wordingOf = (language: string, words: Words, serviceName: (id: string) => string): Wording => ({
  language,
  t: translator(words, language),
  has: (key) => has(words, key),
  serviceName,
})
