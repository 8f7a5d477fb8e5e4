import type { Day } from '../../council/working-days.ts'

/** What a person says of how we dealt with their complaint; null where they left a question out. */
export interface SurveyAnswers {
  readonly found_out: string | null
  readonly kept_told: string | null
  readonly fair: string | null
  readonly easier: string | null
}

/** A survey that its link opened. */
export interface OpenedSurvey {
  readonly service: string
  readonly language: string
  /** The last day to answer or to change an answer. */
  readonly until: Day
  /** What they said before; null the first time. */
  readonly answers: SurveyAnswers | null
}

/** What finds a survey, and what finds its answers: two proofs of one link, of which neither leads to the other. */
export interface SurveyKey {
  readonly link_proof: string
  readonly answers_id: string
}

/** Surveys in the record. Each call is one round trip. */
export interface SurveysRecord {
  open(key: SurveyKey): Promise<OpenedSurvey | null>
  /** False where the link opens nothing any more. */
  answer(key: SurveyKey, answers: SurveyAnswers): Promise<boolean>
  /** Cuts what still leads from a link to answers that can be changed no more. */
  settle(): Promise<number>
}
