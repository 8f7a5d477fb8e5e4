import type { DraftsRecord } from '../complaints/drafts/ports.ts'
import type { Api } from './api.ts'

/** Drafts behind Supabase's API. */
export const draftsRecord = (call: Api): DraftsRecord => ({
  save: (draft) => call('save_draft', { draft }),
  open: (finder) => call('open_draft', { finder }),
  toMail: (finder, address) => call('draft_to_mail', { finder, address }),
  delete: (finder) => call('delete_draft', { finder }),
  deleteOld: () => call('delete_old_drafts', {}),
})
