import { readDraftCode } from '../../complaints/drafts/draft-code.ts'
import type { Portal } from '../../complaints/ports.ts'
import { logFailure } from '../log-failure.ts'
import type { AfterAnswer } from '../receive-form.ts'

/** The hidden field in which a form carries the code it was saved under. It stands in no address. */
export const draftField = 'draft'

/** The code that a post carries; null where it carries none. */
export const draftIn = (said: (name: string) => string | undefined): string | null =>
  readDraftCode(said(draftField) ?? '')

/** Deletes the draft of what has been sent. Where that fails, it goes when its time is over. */
export function deleteDraft(code: string | null, portal: Portal, after: AfterAnswer): void {
  if (code) after(portal.drafts.delete(portal.draftSeal.finder(code)).catch(logFailure))
}
