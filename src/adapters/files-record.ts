import type { ForgettingRecord } from '../files/forget.ts'
import type { LookingRecord } from '../files/look-through.ts'
import type { FilesRecord } from '../files/ports.ts'
import type { Api } from './api.ts'

/** The record of files behind Supabase's API. */
export const filesRecord = (call: Api): FilesRecord => ({
  start: (file) => call('start_file', { file }),
  inHand: (id) => call('file_in_hand', { file_id: id }),
  checked: (file) => call('file_checked', { file }),
  turnedAway: (id, code) => call('file_turned_away', { file_id: id, code }),
  forget: (id, key) => call('forget_file', { file_id: id, key }),
})

/** The same for whoever looks through files, with a token of their own. */
export const lookingRecord = (call: Api): LookingRecord => ({
  take: (most, leaseSeconds) => call('files_to_look_through', { most, lease_seconds: leaseSeconds }),
  clean: (id) => call('file_is_clean', { file_id: id }),
  infected: (id) => call('file_is_infected', { file_id: id }),
})

/** The same for what deletes files. */
export const forgettingRecord = (call: Api): ForgettingRecord => ({
  due: (most) => call('files_to_forget', { most }),
  forgotten: (ids) => call('files_forgotten', { file_ids: ids }),
  strays: (bucket, most) => call('stray_files', { bucket, most }),
})
