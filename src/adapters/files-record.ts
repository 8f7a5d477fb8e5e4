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
