import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { count, report } from './counts.ts'
import { engines } from './engines.ts'
import { aPerson, people, press } from './people.ts'
import { letPass, untilAllIsSent } from './time.ts'

describe.each(engines())('a portal on $name', ({ name, open }) => {
  it('sends the rest by the next run where a run of the sender is cut off in the middle', async () => {
    const broken = await open()
    try {
      const everyone = people(20)
      await broken.portal().outage('mail', { status: 429, count: 100_000 })
      for (const person of everyone) await press(person, broken.portal().url)
      await broken.portal().outage('mail', { status: 429, count: 0 })
      await letPass(broken, 90)
      // As Netlify ends a scheduled function: whatever it was at, with no warning.
      broken.killAt('email:after:7')
      await broken
        .portal()
        .runSchedule('send-mail')
        .catch(() => {})
      expect(await broken.ended()).toBe('SIGKILL')
      await broken.restart()
      // The clock's own run may have come in between.
      const { sent } = await count(broken.portal(), everyone)
      expect(sent).toBeGreaterThanOrEqual(7)
      expect(sent).toBeLessThan(40)

      // What it had taken is nobody else's until its lease runs out.
      await broken.portal().runSchedule('send-mail')
      await untilAllIsSent(broken)
      report('a sender that runs out of time', name, await count(broken.portal(), everyone))
    } finally {
      await broken.close()
    }
  })
})

const [, postgres] = engines()
describe.skipIf(!postgres)('a portal on PostgreSQL whose record answers too late', () => {
  it('seals the complaint in time, and keeps it once when the record has it too', async () => {
    const broken = await postgres!.open()
    const stuck = new pg.Client(broken.server!.url)
    try {
      await stuck.connect()
      // The transaction has written everything, and waits to say that it has.
      await stuck.query('begin; lock table heard.audit_events in access exclusive mode')
      const person = aPerson()
      const began = Date.now()
      const status = await press(person, broken.portal().url)
      // Netlify ends a function after 60 seconds, and with it the answer that says it is kept.
      expect(Date.now() - began).toBeLessThan(30_000)
      expect(status).toBe(303)
      expect((await count(broken.portal(), [person])).stored).toBe(0)

      // Now the record says yes to nobody, and then what was sealed comes as well.
      await stuck.query('commit')
      await pause(500)
      expect((await count(broken.portal(), [person])).stored).toBe(1)
      await press(person, broken.portal().url)
      await untilAllIsSent(broken)
      report(
        'a record that answers after the function gave up',
        'PostgreSQL',
        await count(broken.portal(), [person]),
      )
    } finally {
      await stuck.end()
      await broken.close()
    }
  })
})
