import { locale } from '../../words/dates.ts'

/** The time of an instant on a clock in London, as the language writes it: "14:05". */
export const clockInLondon = (instant: Date, language: string): string =>
  new Intl.DateTimeFormat(locale(language), { timeStyle: 'short', timeZone: 'Europe/London' }).format(instant)
