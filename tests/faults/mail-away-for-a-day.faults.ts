import { describe, expect, it } from 'vitest'
import { count, report } from './counts.ts'
import { engines } from './engines.ts'
import { people, press } from './people.ts'
import { letPass, untilAllIsSent } from './time.ts'

/** Ways in which a mail provider is away: it cuts the line, it asks to wait, it is broken. */
const ways = [0, 429, 503]

describe.each(engines())('a portal on $name whose mail is away for a day', ({ name, open }) => {
  it('takes every complaint, and sends each letter once when it is back', async () => {
    const broken = await open()
    try {
      const everyone = people(24)
      for (const [hour, person] of everyone.entries()) {
        await broken.portal().outage('mail', { status: ways[hour % ways.length]!, count: 100_000 })
        expect(await press(person, broken.portal().url)).toBe(303)
        expect((await broken.portal().runSchedule('send-mail')).ok).toBe(true)
        await letPass(broken, 60)
      }
      expect(await count(broken.portal(), everyone)).toMatchObject({ accepted: 24, stored: 24, sent: 0 })

      await broken.portal().outage('mail', { status: 0, count: 0 })
      await untilAllIsSent(broken)
      report('mail away for 24 hours', name, await count(broken.portal(), everyone))
    } finally {
      await broken.close()
    }
  })
})
