import type { Journey } from '../journey.ts'
import { surveyEasier } from '../questions/survey-easier.ts'
import { surveyFair } from '../questions/survey-fair.ts'
import { surveyFoundOut } from '../questions/survey-found-out.ts'
import { surveyKeptTold } from '../questions/survey-kept-told.ts'

/** How we dealt with a complaint: four questions, each of which can be left out. */
export const survey: Journey = {
  id: 'survey',
  steps: [
    { id: 'found-out', questions: [surveyFoundOut] },
    { id: 'kept-told', questions: [surveyKeptTold] },
    { id: 'fair', questions: [surveyFair] },
    { id: 'easier', questions: [surveyEasier] },
  ],
}
