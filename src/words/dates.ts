/**
 * The BCP 47 tag that dates and numbers are written by. English here is British. Browsers differ in which digits
 * Arabic has: here they are those on letters and keypads in England.
 */
export function locale(language: string): string {
  if (/^en(-|$)/.test(language)) return 'en-GB'
  return /^ar(-|$)/.test(language) ? 'ar-u-nu-latn' : language
}

/** A day in words: 2026-12-08 → "Tuesday 8 December 2026". */
export const dayInWords = (day: string, language: string): string =>
  written(day, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** A date that may lack its day or month: 2017-12 → "December 2017"; 2017 → "2017". */
export function partialDateInWords(date: string, language: string): string {
  if (date.length === 4) return date
  if (date.length === 7) return written(`${date}-01`, language, { month: 'long', year: 'numeric' })
  return written(date, language, { day: 'numeric', month: 'long', year: 'numeric' })
}

function written(day: string, language: string, style: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(locale(language), { ...style, timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`)).replace(/^(\p{L}+),/u, '$1')
}
