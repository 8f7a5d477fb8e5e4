import { shortText } from '../kinds/text.ts'

const definition = {
  id: 'known-by',
  max: 200,
  autocomplete: 'name',
  identifies: true,
  record: 'key.known_by',
  when: { question: 'addition-kind', is: ['contact'] },
} as const

/** What is said where the site compares it with the record, as for the code. */
const told = ['needed', 'no-match']

const asked = shortText(definition)
const left = shortText({ ...definition, optional: true })

/**
 * The name or postcode that the complaint was made with. A link may have been passed on: whoever changes where the
 * council writes to must know more than the link.
 */
export const knownBy = { ...asked, codes: [...asked.codes, ...told] }

/** The same where there may be no code either, and nothing is changed without one. */
export const knownByIfCode = { ...left, codes: [...left.codes, ...told] }
