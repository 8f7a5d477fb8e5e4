import { isolated } from './direction.ts'

/** Words by key: nested objects whose leaves are sentences, or plural forms by CLDR category. */
export interface Words {
  readonly [key: string]: string | Words
}

/** What a sentence's {placeholders} are filled with. `count` chooses among plural forms. */
export type Values = Readonly<Record<string, string | number>>

/** Finds a sentence by its dotted key and fills its placeholders. */
export type Translate = (key: string, values?: Values) => string

/**
 * Makes the translator of one edition.
 *
 * A leaf is a string, or an object of plural forms (`one`, `few`, `other`, …) chosen by `values.count`.
 * What is filled in is kept apart where scripts run both ways (direction.ts). Throws on a missing key or an unfilled placeholder: an edition never falls back to another in silence.
 */
export function translator(words: Words, language: string): Translate {
  const plural = new Intl.PluralRules(language)
  return (key, values = {}) => {
    const sentence = form(find(words, key), plural, values['count'])
    if (sentence === undefined) throw new Error(`No words for "${key}" in ${language}.`)
    return fill(sentence, values, key, language)
  }
}

/** True where the edition has words for this key. */
export const has = (words: Words, key: string): boolean => find(words, key) !== undefined

function find(words: Words, key: string): string | Words | undefined {
  let here: string | Words | undefined = words
  for (const part of key.split('.')) here = typeof here === 'object' ? here[part] : undefined
  return here
}

function form(
  found: string | Words | undefined,
  plural: Intl.PluralRules,
  count: unknown,
): string | undefined {
  if (typeof found !== 'object' || typeof count !== 'number')
    return typeof found === 'string' ? found : undefined
  const chosen = found[plural.select(count)] ?? found['other']
  return typeof chosen === 'string' ? chosen : undefined
}

function fill(sentence: string, values: Values, key: string, language: string): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`"${key}" needs a value for {${name}}.`)
    return typeof value === 'string' ? isolated(value, language) : String(value)
  })
}
