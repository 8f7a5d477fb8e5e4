import { placeholdersOf, type Leaf } from './leaves.ts'

/**
 * What is wrong with a sentence beside the English one, as the end of a message that begins with its key; null
 * where nothing is. Without an English one only its own form is looked at.
 */
export function faultOf(leaf: Leaf, english: Leaf | undefined, language: string): string | null {
  if (typeof leaf === 'object' && leaf !== null && !Array.isArray(leaf)) {
    const wrong = wrongForms(leaf, language)
    if (wrong) return wrong
    if (typeof english === 'string') return 'has plural forms, and the English has one sentence. Write one.'
  } else if (typeof leaf !== 'string') return 'is not text. Put it in quotation marks.'
  else if (typeof english === 'object')
    return `is one sentence, and the English counts. Write ${listed(pluralForms(language))}.`

  const forms = Object.entries(typeof leaf === 'string' ? { '': leaf } : leaf)
  if (forms.some(([, sentence]) => sentence.trim() === '')) return 'is empty. Write it.'
  if (english === undefined) return null
  const expected = placeholdersOf(typeof english === 'string' ? english : (english['other'] ?? ''))
  for (const [form, sentence] of forms) {
    const fault = wrongPlaceholders(sentence, expected, form)
    if (fault) return fault
  }
  return null
}

/** “One day” needs no number: a form for a count of its own may leave {count} out, and nothing else. */
function wrongPlaceholders(sentence: string, expected: ReadonlySet<string>, form: string): string | null {
  const found = placeholdersOf(sentence)
  const where = form && `, in “${form}”`
  // What is not a plain name is never filled: {imię} would be printed as it stands.
  const strange = [...found].filter((name) => !expected.has(name) || !/^\w+$/.test(name))
  if (strange.length) {
    const mend = expected.size ? `Write ${braced([...expected])}.` : 'Take it out.'
    return `has ${braced(strange)}${where}, which is never filled in here. ${mend}`
  }
  const lost = [...expected].filter(
    (name) => !found.has(name) && !(name === 'count' && form && form !== 'other'),
  )
  return lost.length ? `lacks ${braced(lost)}${where}. Put it where the value belongs.` : null
}

/** A language has its own plural forms: Polish counts one, few and many (Unicode CLDR). */
function wrongForms(leaf: Readonly<Record<string, string>>, language: string): string | null {
  const known = pluralForms(language)
  const missing = known.filter((form) => !(form in leaf))
  if (missing.length) return `has no plural form ${listed(missing)}. Write ${listed(known)}.`
  const strange = Object.keys(leaf).filter((form) => !known.includes(form))
  if (strange.length)
    return `has the plural form ${listed(strange)}, which ${language} does not use. Write ${listed(known)}.`
  const broken = Object.values(leaf).some((sentence) => typeof sentence !== 'string')
  return broken ? 'has a plural form that is not text. Put it in quotation marks.' : null
}

const pluralForms = (language: string): string[] =>
  new Intl.PluralRules(language).resolvedOptions().pluralCategories

const listed = (forms: readonly string[]): string => forms.map((form) => `“${form}”`).join(', ')

const braced = (names: readonly string[]): string => names.map((name) => `{${name}}`).join(', ')
