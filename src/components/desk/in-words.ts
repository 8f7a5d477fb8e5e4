import { londonDay } from '../../council/working-days.ts'
import { dayInWords } from '../../words/dates.ts'

/** An id as the team reads it: `waiting-for-evidence` → "Waiting for evidence". */
export const inWords = (id: string): string => {
  const words = id.replaceAll(/[-_]/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The day of a moment, in Europe/London. */
export const dayOf = (moment: string): string => dayInWords(londonDay(new Date(moment)), 'en')

const languages = new Intl.DisplayNames(['en'], { type: 'language' })

/** A language by its tag, in English: `ur` → "Urdu"; Easy Read is English. */
export const languageName = (tag: string): string => languages.of(tag) ?? tag
