import { render } from 'preact'
import { pickFields } from '../../form/fields.ts'
import { complain } from '../../form/journeys/complain.ts'
import { wordingOf } from '../../form/wording.ts'
import type { IslandFacts } from './facts.ts'
import { Island } from './island.tsx'
import { isKept, recall } from './kept.ts'

/** Takes over the form's first view. Pages that a function filled are left as they are: they work as they stand. */
function start(): void {
  const root = document.getElementById('complain')
  const form = root?.querySelector<HTMLFormElement>('form[data-opening]')
  const data = document.getElementById('heard-form')?.textContent
  if (!root || !form || !data) return

  const facts = JSON.parse(data) as IslandFacts
  const wording = wordingOf(facts.language, facts.words, (id) => facts.services[id] ?? id)
  const around = { services: Object.keys(facts.services), today: today(), language: facts.language }
  const kept = recall()
  // What was typed before the script arrived is newer than what the tab remembers.
  const begun = { ...kept, fields: { ...kept.fields, ...filledIn(form) } }
  const held = focusedId(root)
  const action = form.getAttribute('action') ?? ''

  root.replaceChildren()
  render(<Island {...{ facts, wording, around, action, begun }} />, root)
  if (held) document.getElementById(held)?.focus()

  // A page brought back after sending, from the browser's memory, must not show what was sent.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && !isKept()) location.replace(location.pathname)
  })
}

const filledIn = (form: HTMLFormElement) =>
  Object.fromEntries(
    Object.entries(pickFields(new FormData(form), complain)).filter(([, held]) => held.length > 0),
  )

const focusedId = (root: HTMLElement): string | undefined =>
  root.contains(document.activeElement) ? document.activeElement?.id : undefined

const today = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' }).format(new Date())

start()
