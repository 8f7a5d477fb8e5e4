import { complain } from '../../form/journeys/complain.ts'
import type { Fields } from '../../form/question.ts'
import { bodyOf } from './send.ts'

/** Where "Save and finish later" posts to, with or without a script. */
export const saveAddress = '/api/drafts'

/** The page that shows the code of what was saved: its main part, and the code. */
export interface SavedPage {
  readonly html: string
  readonly draft: string
}

/** Saves the answers as they stand. Null where they were not saved. */
export const save = (
  language: string,
  fields: Fields,
  draft: string | undefined,
): Promise<SavedPage | null> => post(bodyOf(fields, { language, save: complain.id, draft }))

/** Posts the form that has the code sent by email. Null where nothing came of it. */
export const mailCode = (form: HTMLFormElement): Promise<SavedPage | null> =>
  post(bodyOf(Object.fromEntries(new FormData(form)) as Fields, { go: 'mail' }))

/** What comes back is a page with the code on it, or it was not taken: with something to mend, the code is there too. */
async function post(body: URLSearchParams): Promise<SavedPage | null> {
  try {
    const signal = AbortSignal.timeout(30_000)
    const answer = await fetch(saveAddress, { method: 'POST', body, signal })
    const main = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main')
    const code = main?.querySelector('#draft')?.textContent
    return main && code ? { html: main.innerHTML, draft: code.trim() } : null
  } catch {
    return null
  }
}
