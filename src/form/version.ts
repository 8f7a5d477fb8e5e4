import type { Journey } from './journey.ts'
import type { Words } from '../words/translate.ts'

/**
 * Names a form by what it asks and how: the record says which one a person filled in. Changes when a
 * question, a condition or a wording does. (FNV-1a: it tells versions apart, and protects nothing.)
 */
export const formVersion = (journey: Journey, words: Words): string =>
  `${journey.id}-${versionOf([journey, words['questions']])}`

/** 16 hexadecimal digits that change with what they are made from. */
export function versionOf(parts: readonly unknown[]): string {
  const content = JSON.stringify(parts)
  let hash = 0xcbf29ce484222325n
  for (let place = 0; place < content.length; place += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(content.charCodeAt(place))) * 0x100000001b3n)
  }
  return hash.toString(16).padStart(16, '0')
}
