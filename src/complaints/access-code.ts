import { alphabet } from './reference.ts'

/**
 * A code is twelve characters of the reference's alphabet in fours, e.g. `7KM2-RX9T-CCFH`: 17¹² are possible
 * (49 bits), and the database slows whoever guesses (heard.wrong_codes).
 */
export const codeLength = 12

/** A code from random or derived bytes: at least 24, two for a character, so that none is noticeably likelier. */
export const codeFrom = (bytes: Uint8Array): string =>
  [...bytes.slice(0, codeLength * 2)]
    .flatMap((byte, place, all) => (place % 2 ? [] : [byte * 256 + (all[place + 1] ?? 0)]))
    .map((number) => alphabet[number % alphabet.length])
    .join('')
    .replace(/(....)(?=.)/g, '$1-')

/** A code as it was given, from what a person typed or said; null where it cannot be one. */
export function readCode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s\p{Dash}.]/gu, '')
  if (plain.length !== codeLength || [...plain].some((character) => !alphabet.includes(character)))
    return null
  return plain.replace(/(....)(?=.)/g, '$1-')
}
