import { council } from '../../council/council.ts'
import { lacksGuidance, ledElsewhere } from '../../council/elsewhere.ts'
import { editionsWithSection, sections } from '../../council/sections.ts'
import { edition } from './edition.ts'

/** A page as it was rendered, with its links to pages that its edition has not led to the first edition's. */
export function withLinksLedElsewhere(html: string, url: URL): string {
  const { language, t } = edition(url)
  const { languages } = council
  if (language === languages[0]?.tag) return html
  const lacking = sections.filter(
    (section) => !editionsWithSection(section).some(({ tag }) => tag === language),
  )
  const without = lacksGuidance(languages, language)
  return ledElsewhere(html, {
    languages,
    tag: language,
    says: t('inEnglish'),
    lacks: (place) => without(place) || lacking.some((section) => place.startsWith(`${section}/`)),
  })
}
