import type { EqualityRecord } from '../complaints/equality/ports.ts'
import type { Api } from './api.ts'

/** Answers about people behind Supabase's API. */
export const equalityRecord = (call: Api): EqualityRecord => ({
  give: (sealed) => call('give_equality_answers', { sealed }),
  waiting: (least) => call('waiting_equality_answers', { at_least: least }),
  keep: (taken, answers) => call('keep_equality_batch', { taken, answers }),
})
