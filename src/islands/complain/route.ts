import { questionsAsked, stepsShown, type Journey, type Step } from '../../form/journey.ts'
import { withOffered } from '../../form/offered.ts'
import type { Fields, Surroundings } from '../../form/question.ts'
import { check, type FieldError } from '../../form/validate.ts'

/** Where a person is: a step, by its id, or the page to check answers. */
export type Place = string
export const checkPlace = 'check'

/** The way through the form that these answers make, and what is still wrong along it. */
export function route(journey: Journey, fields: Fields, around: Surroundings) {
  const steps = stepsShown(journey, fields, around)
  const asked = questionsAsked(journey, fields, around)
  const places: readonly Place[] = [...steps.map(({ id }) => id), checkPlace]

  const questionsOn = (step: Step) =>
    step.questions
      .filter((question) => asked.includes(question))
      .map((question) => withOffered(question, fields, around))
  const errorsOn = (step: Step): readonly FieldError[] =>
    questionsOn(step).flatMap((question) => check(question, fields, around).error ?? [])
  /** The first step that cannot be passed yet, or the check page. */
  const firstOpen = steps.find((step) => errorsOn(step).length > 0)?.id ?? checkPlace

  return {
    places,
    questionsOn,
    errorsOn,
    firstOpen,
    step: (place: Place) => steps.find(({ id }) => id === place),
    before: (place: Place): Place | undefined => places[places.indexOf(place) - 1],
    /** Where Continue leads: on, or straight back to the check page after a change there. */
    after(place: Place, returning: boolean): Place {
      const next = places[places.indexOf(place) + 1] ?? checkPlace
      const interrupts = steps.some(({ id, interruptsWhen }) => id === next && interruptsWhen)
      return returning && !interrupts ? firstOpen : next
    },
    /** The place asked for, if everything before it is answered; else the first that is not. */
    reach(place: Place): Place {
      const wanted = places.indexOf(place)
      return wanted !== -1 && wanted <= places.indexOf(firstOpen) ? place : firstOpen
    },
  }
}
