import { describe, expect, it } from 'vitest'
import type { Council, Procedure, Service } from '../../src/council/council.ts'
import { askBy, deadlines, stepDays, totalBy } from '../../src/council/deadlines.ts'
import { parseCouncil } from '../../src/council/parse.ts'
import { inEnglish } from './in-english.ts'
import { fixtures } from './procedures/all.ts'
import { expectedIn } from './procedures/fixture.ts'

const shipped = inEnglish('council.json') as Council

/** The council with this procedure alone, as its file would read. */
const fileWith = (procedure: Procedure): unknown => ({
  ...shipped,
  procedures: [procedure],
  services: shipped.services.map((service): Service => ({ ...service, procedure: procedure.id })),
  retention: { ...shipped.retention, procedureYears: {} },
})

/** The day by which something is due in a stage that begins on `start`, by the names that the fixtures use. */
function dayOf(
  procedure: Procedure,
  stageId: string,
  start: string,
  what: string,
): string | null | undefined {
  const stage = procedure.stages.find(({ id }) => id === stageId)
  if (!stage) throw new Error(`${procedure.id} has no ${stageId}.`)
  const happened = { received: start, requested: start }
  const days: Record<string, string | null> = {
    ...deadlines(stage, happened),
    ...Object.fromEntries(stepDays(stage, happened).map(({ id, by }) => [id, by])),
    askBy: askBy(stage, start),
    totalBy: totalBy(procedure, start),
  }
  return days[what]
}

describe.each(fixtures)('$procedure.id', (fixture) => {
  const { procedure } = fixture
  const expected = expectedIn(fixture)

  it('can be written in council.json', () => {
    expect(parseCouncil(fileWith(procedure)).procedures).toEqual([procedure])
  })

  it('is dated from at least six days, those before Christmas and Easter among them', () => {
    for (const stage of Object.keys(fixture.dates)) {
      const starts = new Set(expected.filter((each) => each.stage === stage).map(({ start }) => start))
      expect(starts.size).toBeGreaterThanOrEqual(6)
      expect([...starts]).toEqual(
        expect.arrayContaining(['2025-04-16', '2026-03-31', '2026-12-18', '2026-12-24']),
      )
    }
  })

  it.each(expected)('$stage begun on $start: $what is $by', ({ stage, start, what, by }) => {
    expect(dayOf(procedure, stage, start, what)).toBe(by)
  })

  it('leaves no clock without a day', () => {
    const named = new Set(expected.map(({ stage, what }) => `${stage} ${what}`))
    const clocks = procedure.stages.flatMap(
      ({ id, informal, acknowledge, respond, extension, steps = [] }) => [
        ...(acknowledge ? [`${id} acknowledgeBy`] : []),
        ...(respond ? [`${id} respondByLatest`] : []),
        ...(extension ? [`${id} extendedTo`] : []),
        ...steps.flatMap((step) => (step.clock ? [`${id} ${step.id}`] : [])),
        ...(informal || !procedure.total || id !== 'stage-1' ? [] : [`${id} totalBy`]),
      ],
    )
    expect(clocks.filter((clock) => !named.has(clock))).toEqual([])
  })
})

it('says nothing of a stage that has no clock at all', () => {
  const shropshire = fixtures.find(({ procedure }) => procedure.id === 'shropshire-corporate')!
  expect(deadlines(shropshire.procedure.stages[1]!, { received: '2026-12-18' })).toEqual({
    acknowledgeBy: null,
    respondBy: null,
    respondByLatest: null,
    extendedTo: null,
  })
})

describe('steps on the way to a reply', () => {
  const panel = fixtures.find(({ procedure }) => procedure.id === 'childrens-social-care')!.procedure
    .stages[2]!
  const asked = { received: '2025-01-02', requested: '2026-12-18' }

  it('come forward when the one before is early', () => {
    // The panel meets on Monday 11 January: 12, 13, 14, 15, 18 are five. From the 18th, 15 more are 8 February.
    const early = { ...asked, steps: { panel: '2027-01-11' } }
    expect(stepDays(panel, early)).toEqual([
      { id: 'panel', by: '2027-02-03' },
      { id: 'report', by: '2027-01-18' },
    ])
    expect(deadlines(panel, early).respondByLatest).toBe('2027-02-08')
    expect(deadlines(panel, early).respondBy).toBeNull()
  })

  it('date the reply once the last has been taken', () => {
    // The report comes on Thursday 14 January: 15, 18–22, 25–29 January and 1–4 February are fifteen.
    const reported = { ...asked, steps: { panel: '2027-01-11', report: '2027-01-14' } }
    expect(deadlines(panel, reported).respondBy).toBe('2027-02-04')
  })

  it('do not put the reply off when they are late', () => {
    const late = { ...asked, steps: { panel: '2027-02-20', report: '2027-03-01' } }
    expect(deadlines(panel, late).respondBy).toBe('2027-03-03')
  })
})
