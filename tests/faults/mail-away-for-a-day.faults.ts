import { describe, expect, it } from 'vitest'
import { count, report } from './counts.ts'
import { engines, type Breakable } from './engines.ts'
import { people, press, type Person } from './people.ts'
import { letPass, untilAllIsSent } from './time.ts'

type Way = { status: number; after?: boolean }

/** The provider says no, for now: too much, a key that was changed, a sender it does not know any more. */
const refusals: readonly Way[] = [{ status: 429 }, { status: 401 }, { status: 403 }]

/** Nobody knows: the line is cut before or after it took the letter, or it says that something broke. */
const unknown: readonly Way[] = [
  { status: 0 },
  { status: 0, after: true },
  { status: 503 },
  { status: 500, after: true },
]

/** One complaint an hour for a day, each way in turn, and the sender by its schedule. Nobody is turned away. */
async function aDay(broken: Breakable, ways: readonly Way[]): Promise<Person[]> {
  const everyone = people(24)
  for (const [hour, person] of everyone.entries()) {
    await broken.portal().outage('mail', { ...ways[hour % ways.length]!, count: 100_000 })
    expect(await press(person, broken.portal().url)).toBe(303)
    expect((await broken.portal().runSchedule('send-mail')).ok).toBe(true)
    await letPass(broken, 60)
  }
  await broken.portal().outage('mail', { status: 0, count: 0 })
  return everyone
}

describe.each(engines())('a portal on $name whose mail is away for a day', ({ name, open }) => {
  it('sends each letter once when it is back, where it was refused', async () => {
    const broken = await open()
    try {
      const everyone = await aDay(broken, refusals)
      expect(await count(broken.portal(), everyone)).toMatchObject({ accepted: 24, stored: 24, sent: 0 })
      await untilAllIsSent(broken)
      const counts = await count(broken.portal(), everyone)
      report('mail refused for 24 hours', name, counts)
      expect(counts).toMatchObject({ sent: 48, tasks: 0 })
    } finally {
      await broken.close()
    }
  })

  it('sends none twice where nobody knows of the first, and tells the team of what is too old to try', async () => {
    const broken = await open()
    try {
      const everyone = await aDay(broken, unknown)
      await untilAllIsSent(broken)
      const counts = await count(broken.portal(), everyone)
      report('mail cut off for 24 hours, some of it taken', name, counts)
      expect(counts.accepted).toBe(24)
      expect(counts.tasks).toBeGreaterThan(0)
    } finally {
      await broken.close()
    }
  })
})
