import type { KeeperRecord } from '../complaints/retention/ports.ts'
import type { Api } from './api.ts'

/** What is past its time, behind Supabase's API, with the token of the role `keeper`. */
export const keeperRecord = (call: Api): KeeperRecord => ({
  tell: (months, moment) =>
    call('forget_what_is_over', {
      asked: { months, telling: true, ...(moment && { moment: moment.toISOString() }) },
    }),
  forget: (months, most) => call('forget_what_is_over', { asked: { months, telling: false, most } }),
  erased: (since) => call('erased', { since: since.toISOString() }),
  eraseAgain: (erasures) => call('erase_again', { erasures }),
})
