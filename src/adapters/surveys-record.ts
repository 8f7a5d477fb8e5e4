import type { SurveysRecord } from '../complaints/survey/ports.ts'
import type { Api } from './api.ts'

/** Surveys behind Supabase's API. They are settled as the role `mailer`. */
export const surveysRecord = (call: Api, asMailer: Api): SurveysRecord => ({
  open: ({ link_proof, answers_id }) => call('open_survey', { given: { link_proof }, answers_id }),
  answer: ({ link_proof, answers_id }, answers) =>
    call('answer_survey', { given: { link_proof }, answers_id, answers }),
  settle: () => asMailer('settle_surveys', {}),
})
