import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Breakable } from './engines.ts'
import { aPerson, press, type Person } from './people.ts'

/**
 * Somebody presses Send, and the portal ends at `place` and is started again. With the status that they saw.
 *
 * Which call a commit belongs to is not told by the database: where a run of the minute was at work at that moment,
 * the place goes by unseen, and somebody else presses Send. Theirs is kept as well, and counted.
 */
export async function killedAt(
  place: string,
  broken: Breakable,
  everyone: Person[],
): Promise<{ person: Person; status: number }> {
  broken.killAt(place)
  for (let unseen = 0; unseen < 3; unseen++) {
    const person = aPerson()
    everyone.push(person)
    // A machine that is busy with other things may give the words back first (503); then Send is pressed again.
    let status = 503
    while (status === 503) {
      status = await press(person, broken.portal().url)
      if (person.pressed > 20) throw new Error(`It never came to ${place}.`)
    }
    // It ends by itself, and soon; were the place never reached, it would not.
    const never = pause(30_000, 'still running', { ref: false })
    const end = await Promise.race([broken.ended(), never])
    if (end === 'still running') continue
    expect(end, place).toBe('SIGKILL')
    await broken.restart()
    return { person, status }
  }
  throw new Error(`It never came to ${place}.`)
}
