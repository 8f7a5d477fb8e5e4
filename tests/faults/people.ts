import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { ask, encoded, sent, type Posted } from '../http/post.ts'
import type { Portal } from '../support/portal.ts'

/** Somebody who sends one complaint, and presses Send again where no answer came. */
export interface Person {
  readonly fields: Posted
  readonly submission: string
  /** The page that the portal led to: with it the complaint counts as accepted. */
  accepted: string | null
  /** How often Send was pressed. */
  pressed: number
}

export function aPerson(): Person {
  const submission = randomUUID()
  return {
    // An address of their own, so that each letter can be told from another's.
    fields: sent({ email: `${submission}@example.org` }, submission),
    submission,
    accepted: null,
    pressed: 0,
  }
}

export const people = (count: number): Person[] => Array.from({ length: count }, aPerson)

/** Presses Send once. Gives the status; 0 where the connection was cut or nobody listened. */
export async function press(person: Person, url: string): Promise<number> {
  person.pressed += 1
  try {
    const answer = await ask(`${url}/api/complaints`, { method: 'POST', body: encoded(person.fields) })
    if (answer.status === 303) person.accepted ??= answer.headers.get('location')
    return answer.status
  } catch {
    return 0
  }
}

/** Presses Send until the portal has taken it; `portal` is asked for anew each time, as it may be another by then. */
export async function pressUntilTaken(person: Person, portal: () => Portal): Promise<void> {
  while ((await press(person, portal().url)) !== 303) {
    if (person.pressed > 200) throw new Error('The portal took it at no time.')
    await pause(250)
  }
}
