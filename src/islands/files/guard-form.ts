import type { FieldError } from '../../form/validate.ts'
import type { Row } from './rows.ts'

/**
 * Keeps a form from going on, and from being saved, while files that were chosen are not sent: `onErrors` is told which,
 * and nothing else happens. Where the page is closed while a file is on its way, the browser asks first. Returns what
 * takes the guard away.
 */
export function guardForm(
  within: HTMLElement,
  rows: () => readonly Row[],
  question: string,
  onErrors: (errors: readonly FieldError[]) => void,
): () => void {
  const stop = (event: Event) => {
    const errors = rows().flatMap(({ id, name, state, code }) =>
      state === 'done' ? [] : { question, field: id, code: code ?? state, of: name },
    )
    if (!errors.length) return
    event.preventDefault()
    event.stopImmediatePropagation()
    onErrors(errors)
  }
  const stopSaving = (event: Event) => {
    if ((event.target as Element).closest('button[type=button]#save')) stop(event)
  }
  const stopClosing = (event: Event) => {
    if (rows().some(({ state }) => state === 'sending')) event.preventDefault()
  }
  const form = within.closest('form')
  // Before anybody else hears of it.
  form?.addEventListener('submit', stop, true)
  form?.addEventListener('click', stopSaving, true)
  addEventListener('beforeunload', stopClosing)
  return () => {
    form?.removeEventListener('submit', stop, true)
    form?.removeEventListener('click', stopSaving, true)
    removeEventListener('beforeunload', stopClosing)
  }
}
