import { londonDay } from '../../council/working-days.ts'
import type { Wording } from '../../form/wording.ts'
import { dayInWords } from '../../words/dates.ts'

/** An id as the team reads it: `waiting-for-evidence` → "Waiting for evidence". */
export const inWords = (id: string): string => {
  const words = id.replaceAll(/[-_]/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The day of a moment, in Europe/London. */
export const dayOf = (moment: string): string => dayInWords(londonDay(new Date(moment)), 'en')

const languages = new Intl.DisplayNames(['en'], { type: 'language' })

/** An edition by its tag as the team knows it: `ur` → "Urdu", `en-simple` → "Easy Read"; one that is no more by its language. */
export const languageName = (tag: string, { t, has }: Pick<Wording, 't' | 'has'>): string => {
  const edition = `questions.desk-language.options.${tag}`
  return has(edition) ? t(edition) : (languages.of(tag) ?? tag)
}
