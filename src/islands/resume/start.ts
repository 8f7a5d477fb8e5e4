import type { Fields } from '../../form/question.ts'
import { keep } from '../complain/kept.ts'

/** What the portal answers to a code that opens something. */
interface Opened {
  /** Where the form stands. */
  readonly page: string
  readonly draft: string
  readonly fields: Fields
  readonly notes: readonly string[]
  readonly remarks: Readonly<Record<string, string>>
}

/** The form that goes on step by step where scripts run; the others stand whole on one page. */
const stepped = /\/complain\/$/

/**
 * Opens saved answers into the tab's memory, as if they had been typed here, and goes to the form. Whatever else comes
 * of it, the form is posted as it would be without a script.
 */
async function open(form: HTMLFormElement, submitter: HTMLElement): Promise<void> {
  const post = () => form.requestSubmit(submitter)
  const body = new URLSearchParams([...new FormData(form)] as [string, string][])
  body.set('go', 'open')
  try {
    const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } })
    if (!answer.headers.get('content-type')?.includes('json')) return show(await answer.text())
    const { page, ...opened } = (await answer.json()) as Opened
    if (!stepped.test(page)) return post()
    if (!keep({ ...opened, submission: crypto.randomUUID() })) return post()
    location.assign(`${page}#step-check`)
  } catch {
    post()
  }
}

/** What was wrong with the code, as the page that says so. A second post would count as a second try. */
function show(html: string): void {
  const answered = new DOMParser().parseFromString(html, 'text/html')
  document.title = answered.title
  document.querySelector('main')!.innerHTML = answered.querySelector('main')!.innerHTML
  document.querySelector<HTMLElement>('.govuk-error-summary')?.focus()
}

let tried = false
addEventListener('submit', (event) => {
  const { submitter, target: form } = event
  if (
    !(form instanceof HTMLFormElement) ||
    form.id !== 'resume' ||
    submitter?.getAttribute('value') !== 'open'
  )
    return
  // The second time it is the script itself that posts it.
  if (tried) return
  tried = true
  event.preventDefault()
  void open(form, submitter).finally(() => (tried = false))
})
