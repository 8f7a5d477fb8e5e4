import type { Condition } from '../condition.ts'
import { questionsOf, type Journey, type Step } from '../journey.ts'
import type { Question } from '../question.ts'

/**
 * The styles that hide what does not apply on the page where every step stands under the last.
 *
 * Written for browsers that know `:has()`; others show every question. A condition that styles cannot
 * test (how long ago a date is) counts as met: the question is then shown, and is optional.
 */
export function stylesFor(journey: Journey): string {
  const all = questionsOf(journey)
  const questions = all.flatMap(({ id, when }) => hide(`#q-${id}`, unmet(when, all)))
  const options = all.flatMap(({ id, offered = {} }) =>
    Object.entries(offered).flatMap(([option, when]) =>
      hide(`#q-${id} .govuk-radios__item:has([value="${option}"])`, unmet(when, all)),
    ),
  )
  const steps = journey.steps.flatMap((step) => hide(`#step-${step.id}`, unmetStep(step, all)))
  return `@supports selector(:has(a)){${[...questions, ...options, ...steps].join('')}}`
}

/** Styles that show something else on that page, such as advice beside an answer, only where the condition is met. */
export const stylesToShow = (target: string, when: Condition, journey: Journey): string =>
  `@supports selector(:has(a)){${hide(target, unmet(when, questionsOf(journey))).join('')}}`

const hide = (target: string, selectors: readonly string[]): string[] =>
  selectors.map((selector) => `.whole${selector} ${target}{display:none}`)

/** Selectors under which nothing of the step is left to show. */
function unmetStep({ questions, interruptsWhen }: Step, all: readonly Question[]): readonly string[] {
  if (interruptsWhen) return unmet(interruptsWhen, all)
  // A question that waits for another of the same step is hidden with it, and needs no say here.
  const first = questions.filter(({ when }) => !when || !waitsFor(when, questions))
  return first.reduce<readonly string[]>(
    (before, { when }) => before.flatMap((one) => unmet(when, all).map((other) => one + other)),
    [''],
  )
}

function waitsFor(when: Condition, questions: Step['questions']): boolean {
  return 'all' in when
    ? when.all.some((each) => waitsFor(each, questions))
    : questions.some(({ id }) => id === when.question)
}

/**
 * Selectors on the form, any of which means that the condition is not met. An answer under a question that is
 * itself hidden counts for nothing, as in the journey: its conditions are this one's too.
 */
function unmet(when: Condition | undefined, all: readonly Question[]): string[] {
  if (!when) return []
  if ('all' in when) return when.all.flatMap((each) => unmet(each, all))
  const asked = unmet(all.find(({ id }) => id === when.question)?.when, all)
  if ('olderThanMonths' in when) return asked
  if ('isNot' in when) {
    // A question that is not asked has no answer, and so meets what only rules answers out.
    const isAsked = asked.map((selector) => `:not(${selector})`).join('')
    return when.isNot.map((option) => `:has(${chosen(when.question, option)})${isAsked}`)
  }
  return [...asked, `:not(:has(${when.is.map((option) => chosen(when.question, option)).join()}))`]
}

const chosen = (question: string, option: string): string => `[name="${question}"][value="${option}"]:checked`
