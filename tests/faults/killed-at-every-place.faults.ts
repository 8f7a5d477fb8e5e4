import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { count, referenceOf, report } from './counts.ts'
import { engines, type Breakable } from './engines.ts'
import { killedAt } from './killed-at.ts'
import { pressUntilTaken, type Person } from './people.ts'
import { letterPlaces, placesToTheAnswer } from './places.ts'
import { untilAllIsSent } from './time.ts'

describe.each(engines())('a portal on $name that is ended by kill -9', ({ name, open }) => {
  let broken: Breakable
  const everyone: Person[] = []
  beforeAll(async () => {
    broken = await open()
  })
  afterAll(() => broken.close())

  it.each(placesToTheAnswer)(
    'at $place has told nobody it is in who is not',
    async ({ place, kept, told }) => {
      const { person, status } = await killedAt(place, broken, everyone)
      expect(status).toBe(told ? 303 : 0)
      const before = await count(broken.portal(), [person])
      expect(before.stored).toBe(kept ? 1 : 0)

      // Whoever saw no answer presses Send again, on the same page.
      if (!told) await pressUntilTaken(person, broken.portal)
      expect(await count(broken.portal(), [person])).toMatchObject({ accepted: 1, stored: 1 })
      const [{ reference } = { reference: '' }] = await broken
        .portal()
        .sql<{ reference: string }>(
          `select reference from heard.complaints where submission_id = '${person.submission}'`,
        )
      expect(await referenceOf(person, broken.portal())).toBe(reference)
    },
  )

  it.each(letterPlaces)('at %s, while it sends the letters, keeps the complaint', async (place) => {
    const { person } = await killedAt(place, broken, everyone)
    if (!person.accepted) await pressUntilTaken(person, broken.portal)
    expect(await count(broken.portal(), [person])).toMatchObject({ accepted: 1, stored: 1, due: 2 })
  })

  it('sends every letter once in the end', async () => {
    await untilAllIsSent(broken)
    const counts = await count(broken.portal(), everyone)
    report(`kill -9 at ${everyone.length} places between Send and the last letter`, name, counts)
    expect(counts.accepted).toBe(everyone.length)
    expect(counts.sent).toBe(2 * everyone.length)
  })
})
