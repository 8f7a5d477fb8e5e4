import type { RandomNumber } from './ports.ts'

/**
 * The characters of a reference: no vowels and no digits that pass for them (0, 1, 3, 4), so that no word
 * can form, and none that look or sound like another of them (2/Z, 5/S, 8/B, U/V, M/N, D/T, G/J).
 * Their number is prime, as the check character needs.
 */
export const alphabet = '256789CFHJKMPRTWX'

/** What could still be read as abuse, though it has no vowel. */
const refused = /WTF|KKK|F[CX]?K|XXX|TWT|H8|666|88/

/** True where something in it could be read as abuse. */
export const isRefused = (text: string): boolean => refused.test(text)

const size = alphabet.length
const drawn = 8

/**
 * A new reference: eight random characters and a check character, in threes, e.g. `7KM-2RX-9TC`.
 * 17⁸ are possible, about 7 thousand million; the database refuses a repeat.
 */
export function newReference(random: RandomNumber): string {
  for (;;) {
    const body = Array.from({ length: drawn }, () => alphabet[random(size)]).join('')
    const whole = body + checkCharacter(body)
    if (!isRefused(whole)) return whole.replace(/(...)(?=.)/g, '$1-')
  }
}

/** A reference as it is kept, from what a person typed or said; null where it cannot be one. */
export function readReference(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s\p{Dash}.]/gu, '')
  if (plain.length !== drawn + 1 || [...plain].some((character) => !alphabet.includes(character))) return null
  if (checkCharacter(plain.slice(0, drawn)) !== plain[drawn]) return null
  return plain.replace(/(...)(?=.)/g, '$1-')
}

/**
 * The character that makes the weighted sum a multiple of the alphabet's size. With a prime size and weights that
 * differ, any one wrong character and any two exchanged ones are noticed; in a text longer than a reference the weights
 * come round after 15, so two that stand 15 apart and change places are not.
 */
export function checkCharacter(body: string): string {
  const sum = [...body].reduce(
    (total, character, place) => total + alphabet.indexOf(character) * ((place % 15) + 2),
    0,
  )
  return alphabet[(size - (sum % size)) % size] as string
}
