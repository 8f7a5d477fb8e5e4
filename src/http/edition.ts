import type { Portal } from '../complaints/ports.ts'
import { councilFacts, type CouncilFacts } from '../components/form/facts.ts'
import { textIn } from '../council/council.ts'
import { published, rootOf } from '../council/editions.ts'
import { londonDay } from '../council/working-days.ts'
import type { Surroundings } from '../form/question.ts'
import { wordingOf, type Wording } from '../form/wording.ts'

/** One edition, ready to answer in. */
export interface Edition {
  readonly wording: Wording
  readonly around: Surroundings
  readonly facts: CouncilFacts
  /** Where its pages start. */
  readonly root: string
  /** A whole title: the page's own, then the council's. */
  readonly title: (page: string) => string
}

/** The edition that was asked for, or the first where that one is not published. */
export function editionFor(asked: string | undefined, portal: Portal): Edition {
  const { council } = portal
  const language = (published(council).find(({ tag }) => tag === asked) ?? council.languages[0])?.tag ?? 'en'
  const facts = councilFacts(council, language)
  const wording = wordingOf(language, portal.wordsIn(language), (id) => facts.services[id] ?? id)
  return {
    wording,
    around: { services: council.services.map(({ id }) => id), today: londonDay(portal.now()), language },
    facts,
    root: rootOf(council, language),
    title: (page) => wording.t('site.title', { page, council: textIn(council.name, language) }),
  }
}
