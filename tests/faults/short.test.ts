import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { count, report } from './counts.ts'
import { engines, type Breakable } from './engines.ts'
import { killedAt } from './killed-at.ts'
import { pressUntilTaken, type Person } from './people.ts'
import { untilAllIsSent } from './time.ts'

/** The faults that matter most, on the embedded database; all of them, on both, are in `npm run test:faults`. */
describe('a portal that is ended by kill -9', () => {
  let broken: Breakable
  const everyone: Person[] = []
  beforeAll(async () => {
    broken = await engines()[0]!.open()
  })
  afterAll(() => broken.close())

  it.each(['submit_complaint:commit', 'submit_complaint:committed', 'email:after:1'])(
    'at %s keeps the complaint once',
    async (place) => {
      const { person } = await killedAt(place, broken, everyone)
      if (!person.accepted) await pressUntilTaken(person, broken.portal)
      expect(await count(broken.portal(), [person])).toMatchObject({ accepted: 1, stored: 1, due: 2 })
    },
    300_000,
  )

  it('sends every letter once in the end', async () => {
    await untilAllIsSent(broken)
    report('kill -9, the short form', 'PGlite', await count(broken.portal(), everyone))
  })
})
