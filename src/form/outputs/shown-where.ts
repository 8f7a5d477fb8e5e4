import type { Condition } from '../condition.ts'
import { questionsOf, type Journey, type Step } from '../journey.ts'

/**
 * The styles that hide what does not apply on the page where every step stands under the last.
 *
 * Written for browsers that know `:has()`; others show every question. A condition that styles cannot
 * test (how long ago a date is) counts as met: the question is then shown, and is optional.
 */
export function stylesFor(journey: Journey): string {
  const questions = questionsOf(journey).flatMap(({ id, when }) => hide(`#q-${id}`, unmet(when)))
  const steps = journey.steps.flatMap((step) => hide(`#step-${step.id}`, unmetStep(step)))
  return `@supports selector(:has(a)){${[...questions, ...steps].join('')}}`
}

const hide = (target: string, selectors: readonly string[]): string[] =>
  selectors.map((selector) => `.whole${selector} ${target}{display:none}`)

/** Selectors under which nothing of the step is left to show. */
function unmetStep({ questions, interruptsWhen }: Step): readonly string[] {
  if (interruptsWhen) return unmet(interruptsWhen)
  // A question that waits for another of the same step is hidden with it, and needs no say here.
  const first = questions.filter(({ when }) => !when || !waitsFor(when, questions))
  return first.reduce<readonly string[]>(
    (before, { when }) => before.flatMap((one) => unmet(when).map((other) => one + other)),
    [''],
  )
}

function waitsFor(when: Condition, questions: Step['questions']): boolean {
  return 'all' in when
    ? when.all.some((each) => waitsFor(each, questions))
    : questions.some(({ id }) => id === when.question)
}

/** Selectors on the form (`.whole`: the island asks only what applies), any of which means that the condition is not met. */
function unmet(when: Condition | undefined): string[] {
  if (!when || 'olderThanMonths' in when) return []
  if ('all' in when) return when.all.flatMap(unmet)
  if ('isNot' in when) return when.isNot.map((option) => `:has(${chosen(when.question, option)})`)
  return [`:not(:has(${when.is.map((option) => chosen(when.question, option)).join()}))`]
}

const chosen = (question: string, option: string): string => `[name="${question}"][value="${option}"]:checked`
