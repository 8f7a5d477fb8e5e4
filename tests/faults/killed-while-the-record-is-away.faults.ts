import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { count, referenceOf, report } from './counts.ts'
import { engines, type Breakable } from './engines.ts'
import { killedAt } from './killed-at.ts'
import { aPerson, press, pressUntilTaken, type Person } from './people.ts'
import { bringingInPlaces, sealingPlaces } from './places.ts'
import { untilAllIsSent } from './time.ts'

describe.each(engines())(
  'a portal on $name without its record that is ended by kill -9',
  ({ name, open }) => {
    let broken: Breakable
    const everyone: Person[] = []
    beforeAll(async () => {
      broken = await open()
    })
    afterAll(() => broken.close())

    const takeAway = () => broken.portal().outage('database', { status: 0, count: 100_000 })
    const bringBack = () => broken.portal().outage('database', { status: 0, count: 0 })

    /** The page after sending, and the record, know it by one reference. */
    const isThereOnce = async (person: Person) => {
      expect(await count(broken.portal(), [person])).toMatchObject({ accepted: 1, stored: 1 })
      const [row] = await broken
        .portal()
        .sql<{ reference: string }>(
          `select reference from heard.complaints where submission_id = '${person.submission}'`,
        )
      expect(await referenceOf(person, broken.portal())).toBe(row?.reference)
    }

    it.each(sealingPlaces)('at %s, while it seals, keeps the complaint once', async (place) => {
      await takeAway()
      const { person } = await killedAt(place, broken, everyone)
      // The record is back with the new process.
      if (!person.accepted) await pressUntilTaken(person, broken.portal)
      await broken.portal().runSchedule('bring-in')
      await isThereOnce(person)
    })

    it.each(bringingInPlaces)('at %s, while it brings in, keeps the complaint once', async (place) => {
      const person = aPerson()
      everyone.push(person)
      await takeAway()
      expect(await press(person, broken.portal().url)).toBe(303)
      expect(await count(broken.portal(), [person])).toMatchObject({ accepted: 1, stored: 0 })
      await bringBack()

      broken.killAt(place)
      await broken
        .portal()
        .runSchedule('bring-in')
        .catch(() => {})
      expect(await broken.ended()).toBe('SIGKILL')
      await broken.restart()
      // Two runs at once, as where one was late.
      await Promise.all([1, 2].map(() => broken.portal().runSchedule('bring-in')))
      await isThereOnce(person)
    })

    it('sends every letter once in the end', async () => {
      await untilAllIsSent(broken)
      const counts = await count(broken.portal(), everyone)
      report(`record away, kill -9 at ${everyone.length} places of sealing and bringing in`, name, counts)
      expect(counts.accepted).toBe(everyone.length)
    })
  },
)
