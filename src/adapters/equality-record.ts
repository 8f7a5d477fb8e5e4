import type { EqualityRecord } from '../complaints/equality/ports.ts'
import type { Api } from './api.ts'

/** Answers about people behind Supabase's API. Batches are kept as the role `mailer`. */
export const equalityRecord = (call: Api, asMailer: Api): EqualityRecord => ({
  give: (sealed) => call('give_equality_answers', { sealed }),
  waiting: (least) => asMailer('waiting_equality_answers', { at_least: least }),
  keep: (taken, answers) => asMailer('keep_equality_batch', { taken, answers }),
})
