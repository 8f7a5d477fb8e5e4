import type { CouncilFacts } from '../../components/form/facts.ts'
import { questionsOf } from '../../form/journey.ts'
import { complain } from '../../form/journeys/complain.ts'
import type { Words } from '../../words/translate.ts'

/** What the page hands to its island, as JSON in the page: words and facts, nothing about a person. */
export interface IslandFacts extends CouncilFacts {
  readonly language: string
  readonly council: string
  readonly words: Words
}

/** The keys whose words the island needs. */
export const islandWords = [
  'complain',
  'form.back',
  'form.check',
  'form.continue',
  'form.copy.button',
  'form.errors',
  'form.files',
  'form.leave',
  'form.not-sent',
  'form.optional',
  'form.problem.ring',
  'form.quicker',
  'form.resume',
  'form.sending',
  // Of the questions, those of this journey: another form's words are not this page's to carry.
  ...questionsOf(complain).map(({ id }) => `questions.${id}`),
  'site.title',
]
