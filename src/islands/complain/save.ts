import { complain } from '../../form/journeys/complain.ts'
import type { Fields } from '../../form/question.ts'
import { bodyOf } from './send.ts'

/** Where "Save and finish later" posts to, with or without a script. */
export const saveAddress = '/api/drafts'

/** The page that shows the code of what was saved: its main part, and the code. Null where it was not saved. */
export async function save(
  language: string,
  fields: Fields,
  draft: string | undefined,
): Promise<{ readonly html: string; readonly draft: string } | null> {
  try {
    const answer = await fetch(saveAddress, {
      method: 'POST',
      body: bodyOf(fields, { language, save: complain.id, draft }),
      signal: AbortSignal.timeout(30_000),
    })
    if (!answer.ok) return null
    const main = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main')
    const code = main?.querySelector('#draft')?.textContent
    return main && code ? { html: main.innerHTML, draft: code.trim() } : null
  } catch {
    return null
  }
}
