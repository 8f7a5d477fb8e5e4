import type { ReportsRecord } from '../complaints/reports/ports.ts'
import type { Api } from './api.ts'

/** Reports behind Supabase's API. */
export const reportsRecord = (call: Api): ReportsRecord => ({
  open: (given) => call('open_report', { given }),
  treatAsComplaint: (given, turn) => call('treat_as_complaint', { given, turn }),
})
