import { councilFacts } from '../../src/components/form/facts.ts'
import { council } from '../../src/council/council.ts'
import { londonDay } from '../../src/council/working-days.ts'
import { questionsAsked, stepsShown } from '../../src/form/journey.ts'
import { complain } from '../../src/form/journeys/complain.ts'
import type { Fields, Question, Surroundings } from '../../src/form/question.ts'
import { wordingOf } from '../../src/form/wording.ts'
import { loadWords } from '../../src/words/load.ts'

const words = loadWords('en')
const { services } = councilFacts(council, 'en')

/** The English edition, so that no test types a sentence of the site again. */
export const wording = wordingOf('en', words, (id) => services[id] ?? id)
export const { t } = wording

/** What the form knows of the world today. */
export const around: Surroundings = {
  services: Object.keys(services),
  today: londonDay(new Date()),
  language: 'en',
}

/** A whole page title. */
export const titled = (page: string): string => t('site.title', { page, council: council.name['en'] ?? '' })

/** The title of a page with something to mend on it. */
export const titledError = (page: string): string => t('form.errors.page-title', { title: titled(page) })

/** A question as it stands on the page. */
export const labelOf = (question: Question): string => {
  const label = t(`questions.${question.id}.label`)
  return question.optional ? t('form.optional', { label }) : label
}

/** The ids of the steps that these answers lead through, in order. */
export const stepsFor = (fields: Fields): readonly string[] =>
  stepsShown(complain, fields, around).map(({ id }) => id)

/** What is asked on a step, given these answers. */
export function askedOn(step: string, fields: Fields): readonly Question[] {
  const asked = questionsAsked(complain, fields, around)
  return asked.filter((question) =>
    complain.steps.some(({ id, questions }) => id === step && questions.includes(question)),
  )
}

/** What stands over a step: its own title, or its first question. On the first step that is the form's name. */
export function headingOf(place: string, fields: Fields): string {
  if (place === 'check') return t('form.check.title')
  if (place === complain.steps[0]?.id) return t('complain.title')
  if (wording.has(`complain.steps.${place}.title`)) return t(`complain.steps.${place}.title`)
  const [first] = askedOn(place, fields)
  if (!first) throw new Error(`These answers do not lead to ${place}.`)
  return labelOf(first)
}

/** What an error says, at its field and in the list. */
export const errorOf = (question: string, code: string, max?: number): string =>
  t(`questions.${question}.errors.${code}`, max ? { max: new Intl.NumberFormat('en').format(max) } : {})
