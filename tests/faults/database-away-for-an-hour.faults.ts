import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { count, report } from './counts.ts'
import { engines, type Breakable } from './engines.ts'
import { people, press, pressUntilTaken } from './people.ts'
import { letPass, untilAllIsSent } from './time.ts'

/** A PostgreSQL is ended by kill -9; the embedded database lives in the portal's process, so its API cuts every line. */
const takeAway = (broken: Breakable) =>
  broken.server ? broken.server.kill() : broken.portal().outage('database', { status: 0, count: 100_000 })

async function bringBack(broken: Breakable): Promise<void> {
  if (broken.server) await broken.server.again()
  else await broken.portal().outage('database', { status: 0, count: 0 })
}

describe.each(engines())('a portal on $name whose database is away for an hour', ({ name, open }) => {
  it('loses nothing from before, and nothing of what is sent meanwhile', async () => {
    const broken = await open()
    try {
      const [before, during] = [people(10), people(10)]
      // Their letters wait: the mail is away too, so that the outage meets a full outbox.
      await broken.portal().outage('mail', { status: 429, count: 100_000 })
      for (const person of before) expect(await press(person, broken.portal().url)).toBe(303)
      await broken.portal().outage('mail', { status: 429, count: 0 })

      await takeAway(broken)
      for (const person of during) {
        await press(person, broken.portal().url)
        await broken.portal().runSchedule('send-mail')
      }
      if (broken.engine === 'PGlite') await letPass(broken, 60)
      await bringBack(broken)
      if (broken.engine === 'PostgreSQL') await letPass(broken, 60)

      for (const person of during) if (!person.accepted) await pressUntilTaken(person, broken.portal)
      await pause(100)
      await untilAllIsSent(broken)
      const counts = await count(broken.portal(), [...before, ...during])
      report('database away for an hour', name, counts)
      expect(counts.accepted).toBe(20)
    } finally {
      await broken.close()
    }
  })
})
