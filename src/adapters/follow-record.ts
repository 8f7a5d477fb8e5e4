import type { FollowRecord } from '../complaints/follow/ports.ts'
import type { Api } from './api.ts'

/** The record of what comes after a complaint, behind Supabase's API. */
export const followRecord = (call: Api): FollowRecord => ({
  follow: (given) => call('follow_complaint', { given }),
  words: (given) => call('words_of_complaint', { given }),
  add: (addition) => call('keep_addition', { addition }),
  requestReview: (review) => call('request_review', { review }),
  withdraw: (given, at, takeUpBy) =>
    call('withdraw_complaint', { given, at: at.toISOString(), take_up_by: takeUpBy }),
  takeUp: (given, at) => call('take_up_complaint', { given, at: at.toISOString() }),
})
