import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { count, report } from './counts.ts'
import { engines } from './engines.ts'
import { people, pressUntilTaken } from './people.ts'
import { untilAllIsSent } from './time.ts'

const everybody = Number(process.env['FAULTS_PEOPLE'] ?? 1000)
const atOnce = 8

/** Between one kill and the next, in milliseconds; and the pause of one person after another, so that there are many. */
const lives = 3000
const rests = 250

describe.each(engines())('a portal on $name that is killed every few seconds', ({ name, open }) => {
  it(`has each of ${everybody} submissions that was answered, once`, async () => {
    const broken = await open()
    try {
      const everyone = people(everybody)
      const left = [...everyone]
      let kills = 0
      let done = false
      const killer = (async () => {
        for (;;) {
          await pause(lives)
          if (done) return
          await broken.restart()
          kills += 1
        }
      })()
      const sending = Promise.all(
        Array.from({ length: atOnce }, async () => {
          for (let person = left.pop(); person; person = left.pop()) {
            await pressUntilTaken(person, broken.portal)
            await pause(rests)
          }
        }),
      )
      await sending.finally(() => (done = true))
      await killer
      await untilAllIsSent(broken)
      const pressed = everyone.reduce((sum, person) => sum + person.pressed, 0)
      const counts = await count(broken.portal(), everyone)
      report(`${everybody} submissions, ${kills} times kill -9 (Send pressed ${pressed} times)`, name, counts)
      expect(counts.accepted).toBe(everybody)
      expect(kills).toBeGreaterThan(0)
    } finally {
      await broken.close()
    }
  })
})
