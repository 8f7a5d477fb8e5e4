import type { SurveysRecord } from '../complaints/survey/ports.ts'
import type { Api } from './api.ts'

/** Surveys behind Supabase's API. */
export const surveysRecord = (call: Api): SurveysRecord => ({
  open: ({ link_proof, answers_id }) => call('open_survey', { given: { link_proof }, answers_id }),
  answer: ({ link_proof, answers_id }, answers) =>
    call('answer_survey', { given: { link_proof }, answers_id, answers }),
  settle: () => call('settle_surveys', {}),
})
