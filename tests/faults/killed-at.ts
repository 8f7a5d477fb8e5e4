import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Breakable } from './engines.ts'
import { aPerson, press, type Person } from './people.ts'

/** Somebody presses Send, and the portal ends at `place` and is started again. With the status that they saw. */
export async function killedAt(
  place: string,
  broken: Breakable,
  everyone: Person[],
): Promise<{ person: Person; status: number }> {
  const person = aPerson()
  everyone.push(person)
  broken.killAt(place)
  // A machine that is busy with other things may give the words back first (503); then Send is pressed again.
  let status = 503
  while (status === 503) {
    status = await press(person, broken.portal().url)
    if (person.pressed > 20) throw new Error(`It never came to ${place}.`)
  }
  // It ends by itself, and soon; were the place never reached, it would not.
  const never = pause(60_000, 'still running', { ref: false })
  expect(await Promise.race([broken.ended(), never]), place).toBe('SIGKILL')
  await broken.restart()
  return { person, status }
}
