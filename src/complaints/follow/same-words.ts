/** Letters that Unicode does not take apart, as people type them who have no key for them. */
const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ħ: 'h',
  ı: 'i',
}

/** A text without what people leave out or type otherwise: capitals, accents, spaces, hyphens, apostrophes. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]/gu, '')
    .replace(/[łøđðþßæœħı]/g, (letter) => plainLetters[letter] ?? letter)

/** A postcode as it may stand in an address: an outward part and an inward one, with or without a space. */
const postcodes = /\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})\b/gi

interface Known {
  readonly name: string | null
  readonly postal_address: string | null
}

const codesIn = ({ postal_address }: Known): readonly string[] =>
  [...(postal_address ?? '').matchAll(postcodes)].map(([whole]) => folded(whole))

/** False for who gave neither a name nor a postcode. */
export const canBeKnown = (person: Known): boolean =>
  folded(person.name ?? '') !== '' || codesIn(person).length > 0

/**
 * True where somebody gives the name that a complaint was made with, or a postcode of its address. Letters and
 * digits are compared, and nothing else. A person without either is known by nothing.
 */
export function isKnownBy(typed: string, person: Known): boolean {
  const given = folded(typed)
  if (!given) return false
  return given === folded(person.name ?? '') || codesIn(person).includes(given)
}
