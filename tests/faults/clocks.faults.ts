import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { londonDay } from '../../src/council/working-days.ts'
import { due } from '../../src/local/server/schedules.ts'
import { count, report } from './counts.ts'
import { engines, type Breakable } from './engines.ts'
import { people, press, type Person } from './people.ts'
import { letPass, untilAllIsSent } from './time.ts'

const hour = 60 * 60_000
const day = 24 * hour

interface Dated {
  submission: string
  received_on: string
  respond_by: string
}

const datesOf = (broken: Breakable, everyone: readonly Person[]) =>
  broken.portal().sql<Dated>(
    `select c.submission_id as submission, c.received_on::text, s.respond_by::text
     from heard.complaints c join heard.stages s on s.complaint_id = c.id and s.number = 1
     where c.submission_id in (${everyone.map(({ submission }) => `'${submission}'`).join()})`,
  )

describe.each(engines())('a portal on $name whose clock', ({ name, open }) => {
  let broken: Breakable
  beforeAll(async () => {
    broken = await open()
  })
  afterAll(() => broken.close())

  /** Lets the clock be wrong by as much as makes it say this instant. */
  const setClock = (instant: string) => broken.moveClock(Date.parse(instant) - Date.now())

  it('jumps two hours forward, two days back and right again loses nothing and sends nothing twice', async () => {
    const everyone = people(12)
    const each = [0, 2 * hour, -2 * day, 0]
    for (const [turn, wrongBy] of each.entries()) {
      await broken.moveClock(wrongBy)
      // Each time one letter's first try fails just before the clock moves on.
      await broken.portal().outage('mail', { status: 503, count: 1 })
      for (const person of everyone.slice(turn * 3, turn * 3 + 3))
        expect(await press(person, broken.portal().url), String(wrongBy)).toBe(303)
      await broken.portal().outage('mail', { status: 503, count: 0 })
      expect((await broken.portal().runSchedule('send-mail')).ok).toBe(true)
    }
    await untilAllIsSent(broken)
    report('a clock that jumps', name, await count(broken.portal(), everyone))
  })

  it.each([
    ['forward, in March', '2027-03-28T00:30:00Z'],
    ['back, in October', '2027-10-31T00:30:00Z'],
  ])('is put %s, dates and sends as on any other night', async (_, before) => {
    const everyone: Person[] = []
    const started = Date.parse(before)
    for (const halfHours of [-1, 0, 1, 2, 3]) {
      const [person] = people(1) as [Person]
      everyone.push(person)
      await setClock(new Date(started + (halfHours * hour) / 2).toISOString())
      await broken.portal().outage('mail', { status: 503, count: 2 })
      expect(await press(person, broken.portal().url)).toBe(303)
      await letPass(broken, 5)
      await broken.portal().outage('mail', { status: 503, count: 0 })
      expect((await broken.portal().runSchedule('send-mail')).ok).toBe(true)
    }
    const dates = await datesOf(broken, everyone)
    // All of them came on that Sunday in London, and are owed their answer on the same day.
    expect(new Set(dates.map((one) => one.received_on))).toEqual(new Set([londonDay(new Date(before))]))
    expect(new Set(dates.map((one) => one.respond_by)).size).toBe(1)
    await untilAllIsSent(broken)
    report(`the night the clocks go ${_}`, name, await count(broken.portal(), everyone))
  })
})

const folder = join(import.meta.dirname, '../../functions')
const schedules = readdirSync(folder).flatMap((file) => {
  const [, schedule] = /schedule: '([^']+)'/.exec(readFileSync(join(folder, file), 'utf8')) ?? []
  return schedule ? [{ file, schedule }] : []
})

describe('a schedule', () => {
  const runsOn = (utcDay: string, schedule: string) =>
    Array.from({ length: 24 * 60 }, (_, minute) => new Date(Date.parse(utcDay) + minute * 60_000)).filter(
      (minute) => due(schedule, minute),
    ).length

  it.each(schedules)(
    'of $file runs as often on the nights the clocks change as on any other',
    ({ schedule }) => {
      const asEver = runsOn('2027-02-10', schedule)
      expect(asEver).toBeGreaterThan(0)
      expect(runsOn('2027-03-28', schedule)).toBe(asEver)
      expect(runsOn('2027-10-31', schedule)).toBe(asEver)
    },
  )
})
