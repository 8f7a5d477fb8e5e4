import type { ConsentsRecord } from '../complaints/consent/ports.ts'
import type { Api } from './api.ts'

/** The record of consents behind Supabase's API. What falls due is done as the role `mailer`. */
export const consentsRecord = (call: Api, asMailer: Api): ConsentsRecord => ({
  open: (given) => call('open_consent', { given }),
  answer: (given) => call('answer_consent', { given }),
  withdraw: (given) => call('withdraw_consent', { given }),
  remind: (most, days) => asMailer('remind_consents', { most, reminder_days: days }),
})
