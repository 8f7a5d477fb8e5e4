/** Languages whose scripts run from right to left. A browser without Intl.Locale's own answer needs a list. */
export const rightToLeft = (language: string): boolean =>
  /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)(-|$)/.test(language)

const first = '\u2068'
const end = '\u2069'

/**
 * What is put into a sentence, kept from being mixed up with it: in a language that runs from right to left, a phone
 * number, a reference or an English name would be turned round or torn apart, in a letter as on a page. Unicode's
 * isolates (UAX 9, FSI and PDI) do what <bdi> does, in plain text too. Words of the language's own script need none.
 */
export function isolated(value: string, language: string): string {
  // A mail program would take the mark for the last letter of a link, which would then open nothing.
  if (value === '' || /^https?:/.test(value) || !rightToLeft(language)) return value
  const mixed = /\p{Script=Latin}/u.test(value) || !/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(value)
  return mixed ? first + value + end : value
}
