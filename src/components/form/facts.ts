import { textIn, type Council } from '../../council/council.ts'
import type { HelpNowFacts } from './help-now.tsx'
import type { IntroFacts } from './intro.tsx'

/** What a form says of the council, in one language. Small enough to travel to the browser. */
export interface CouncilFacts {
  readonly services: Readonly<Record<string, string>>
  readonly helpNow: HelpNowFacts
  readonly intro: IntroFacts
}

/** Where an edition's pages start: '/' for the first, '/pl/' for Polish. */
export const rootOf = (council: Council, language: string): string =>
  council.languages[0]?.tag === language ? '/' : `/${language}/`

export function councilFacts(council: Council, language: string): CouncilFacts {
  const { adults, children, outOfHoursPhone, readMessages } = council.safeguarding
  const reached = ({ phone, hours }: typeof adults) => ({ phone, hours: textIn(hours, language) })
  return {
    services: Object.fromEntries(council.services.map(({ id, name }) => [id, textIn(name, language)])),
    helpNow: {
      adults: reached(adults),
      children: reached(children),
      outOfHoursPhone,
      readMessages: textIn(readMessages, language),
    },
    intro: { phone: council.contacts.complaints.phone, contactPage: `${rootOf(council, language)}contact/` },
  }
}
