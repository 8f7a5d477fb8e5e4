import { alphabet, checkCharacter, isRefused } from '../reference.ts'
import type { RandomNumber } from '../ports.ts'

/** Characters of a draft's code that are drawn; one more checks them. */
const drawn = 20

/**
 * A new code for saved answers: 20 random characters of the reference's alphabet and one that checks them, in threes
 * as references are, e.g. `7KM-2RX-9TC-CFH-5WP-8MX-K2R`.
 *
 * A draft has nothing beside its code, and a copy of the database can be tried without end: so the code alone must be
 * more than anyone can try. 17²⁰ are possible, 81 bits; the twelve characters of a complaint's code (49 bits) stand
 * beside a reference, behind a count of tries and the portal's secret. Sixteen characters would have 65 bits, 19 have
 * 77. The check character tells a slip of the pen from a draft that has gone.
 */
export function newDraftCode(random: RandomNumber): string {
  for (;;) {
    const body = Array.from({ length: drawn }, () => alphabet[random(alphabet.length)]).join('')
    const whole = body + checkCharacter(body)
    if (!isRefused(whole)) return inThrees(whole)
  }
}

/** A code as it was given, from what a person typed or said; null where it cannot be one. */
export function readDraftCode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s\p{Dash}\p{Cf}.]/gu, '')
  if (plain.length !== drawn + 1 || [...plain].some((character) => !alphabet.includes(character))) return null
  return checkCharacter(plain.slice(0, drawn)) === plain[drawn] ? inThrees(plain) : null
}

const inThrees = (code: string): string => code.replace(/(...)(?=.)/g, '$1-')
