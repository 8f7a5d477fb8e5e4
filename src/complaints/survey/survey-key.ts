import type { Keys } from '../ports.ts'
import type { SurveyKey } from './ports.ts'

/** What a link opens. The answers are found by another proof than the key is, so the database cannot join them. */
export const surveyKey = (link: string, keys: Keys): SurveyKey => ({
  link_proof: keys.proof(link),
  answers_id: keys.proof(`answers:${link}`),
})
