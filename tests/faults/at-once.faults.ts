import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { count, report } from './counts.ts'
import { engines, type Breakable } from './engines.ts'
import { people, press } from './people.ts'
import { letPass, untilAllIsSent } from './time.ts'

describe.each(engines())('a portal on $name', ({ name, open }) => {
  let broken: Breakable
  beforeAll(async () => {
    broken = await open()
  })
  afterAll(() => broken.close())

  it('keeps one complaint of a post that comes four times at once', async () => {
    const everyone = people(20)
    for (const person of everyone) {
      const answers = await Promise.all([1, 2, 3, 4].map(() => press(person, broken.portal().url)))
      expect(answers).toEqual([303, 303, 303, 303])
    }
    await untilAllIsSent(broken)
    report('the same post four times at once', name, await count(broken.portal(), everyone))
  })

  it('sends each letter once with four senders at work', async () => {
    const everyone = people(40)
    await broken.portal().outage('mail', { status: 429, count: 100_000 })
    for (const person of everyone) await press(person, broken.portal().url)
    await broken.portal().outage('mail', { status: 429, count: 0 })
    await letPass(broken, 90)
    for (let run = 0; run < 3; run += 1)
      await Promise.all([1, 2, 3, 4].map(() => broken.portal().runSchedule('send-mail')))
    await untilAllIsSent(broken)
    report('four senders at once', name, await count(broken.portal(), everyone))
  })

  // The embedded database has one connection, and one process.
  it.skipIf(name === 'PGlite')('sends each letter once with senders in two processes', async () => {
    const everyone = people(40)
    await broken.portal().outage('mail', { status: 429, count: 100_000 })
    for (const person of everyone) await press(person, broken.portal().url)
    await broken.portal().outage('mail', { status: 429, count: 0 })
    await letPass(broken, 90)
    const other = await broken.another()
    try {
      for (let run = 0; run < 3; run += 1)
        await Promise.all(
          [broken.portal(), other].flatMap((one) => [
            one.runSchedule('send-mail'),
            one.runSchedule('send-mail'),
          ]),
        )
    } finally {
      await other.kill()
    }
    await untilAllIsSent(broken)
    report('senders in two processes at once', name, await count(broken.portal(), everyone))
  })
})
