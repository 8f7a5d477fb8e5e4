import { textIn, type Council } from '../../council/council.ts'
import { guidanceAt } from '../../council/elsewhere.ts'
import { rootOf } from '../../council/editions.ts'
import { routesOf } from '../../council/routes.ts'
import { fileFacts, type FileFacts } from './file-facts.ts'
import type { HelpNowFacts } from './help-now.tsx'
import type { IntroFacts } from './intro.tsx'
import type { Way, Ways } from './quicker-ways.tsx'

/** What a form says of the council, in one language. Small enough to travel to the browser. */
export interface CouncilFacts {
  readonly services: Readonly<Record<string, string>>
  readonly helpNow: HelpNowFacts
  readonly intro: IntroFacts
  readonly ways: Ways
  readonly files: FileFacts
}

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
    intro: {
      phone: council.contacts.complaints.phone,
      contactPage: guidanceAt(council.languages, language, 'contact/'),
      resumePage: `${rootOf(council, language)}resume/`,
    },
    ways: Object.fromEntries(
      council.services
        .map(({ id }) => [id, waysOf(id, council, language)] as const)
        .filter(([, ways]) => ways.length),
    ),
    files: fileFacts(council),
  }
}

const waysOf = (service: string, council: Council, language: string): readonly Way[] =>
  routesOf(service).map(({ id, about }) => ({
    about: textIn(about, language),
    href: `${guidanceAt(council.languages, language, 'other-routes/')}#${id}`,
  }))
