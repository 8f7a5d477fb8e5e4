import { randomInt, randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { keptId } from '../../src/http/kept-id.ts'
import { encoded, sent, type Posted } from '../http/post.ts'
import type { Portal } from '../support/portal.ts'

/** Somebody who sends one complaint, and presses Send again where no answer came. */
export interface Person {
  readonly fields: Posted
  /** What the record keeps of the submission's id. */
  readonly submission: string
  /** Where they sit: an address of this machine that is theirs, or many would count as one place that sends much. */
  readonly address: string
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
    submission: keptId(submission),
    address: `127.${randomInt(1, 255)}.${randomInt(1, 255)}.${randomInt(1, 255)}`,
    accepted: null,
    pressed: 0,
  }
}

export const people = (count: number): Person[] => Array.from({ length: count }, aPerson)

/** Presses Send once. Gives the status; 0 where the connection was cut or nobody listened. */
export async function press(person: Person, url: string): Promise<number> {
  person.pressed += 1
  const body = encoded(person.fields).toString()
  return await new Promise<number>((resolve) => {
    const asked = request(
      `${url}/api/complaints`,
      {
        method: 'POST',
        localAddress: person.address,
        agent: false,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
          // What a browser says of a form on one of our own pages.
          'sec-fetch-site': 'same-origin',
        },
      },
      (answer) => {
        answer.resume()
        answer.on('error', () => resolve(0))
        answer.on('end', () => {
          if (answer.statusCode === 303) person.accepted ??= answer.headers.location ?? null
          resolve(answer.statusCode ?? 0)
        })
      },
    )
    asked.on('error', () => resolve(0))
    asked.end(body)
  })
}

/** Presses Send until the portal has taken it; `portal` is asked for anew each time, as it may be another by then. */
export async function pressUntilTaken(person: Person, portal: () => Portal): Promise<void> {
  while ((await press(person, portal().url)) !== 303) {
    if (person.pressed > 2000) throw new Error('The portal took it at no time.')
    await pause(250)
  }
}
