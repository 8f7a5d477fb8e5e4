import type { Council } from '../../council/council.ts'
import type { Months } from './ports.ts'

const months = (years: number): number => years * 12

/** The council's periods (council.json, retention) as the record takes them. */
export const monthsKept = ({ retention }: Pick<Council, 'retention'>): Months => ({
  complaints: months(retention.complaintYears),
  procedures: Object.fromEntries(
    Object.entries(retention.procedureYears).map(([id, years]) => [id, months(years)]),
  ),
  files: months(retention.fileYears),
  requests: months(retention.requestYears),
  feedback: months(retention.feedbackYears),
  surveys: months(retention.surveyYears),
  equality: months(retention.equalityYears),
  audit: months(retention.auditYears),
})
