import { acknowledgementOf, timeOf } from './definitions.ts'
import type { Where } from './keys.ts'
import { quarterOf, type Period } from './period.ts'
import type { Rows } from './rows.ts'

/** So many of something, with a value for each of its list's dimensions. It counts in each of its periods. */
export interface Fact {
  readonly is: Where
  readonly periods: readonly string[]
  readonly n: number
}

/** Facts that can be counted by any of `dimensions`, beside the period. */
export interface FactList {
  readonly dimensions: ReadonlySet<string>
  readonly facts: readonly Fact[]
}

/** What can be counted, by its name (definitions.ts): a count is taken from the first list that has its dimensions. */
export type Facts = Readonly<Record<string, readonly FactList[]>>

/** Turns the record's rows into facts. */
export function factsOf(rows: Rows, period: Period): Facts {
  const during = (month?: string) =>
    !month ? [period.id] : period.quarters.length ? [period.id, quarterOf(month), month] : [period.id, month]

  function list<Row extends { n: number }>(
    among: readonly Row[],
    dimensions: readonly string[],
    is: (row: Row) => Where,
    month: (row: Row) => string | undefined = () => undefined,
  ): FactList {
    return {
      dimensions: new Set(dimensions),
      facts: among.map((row) => ({ is: is(row), periods: during(month(row)), n: row.n })),
    }
  }

  const line = (procedure: string, service: string) => `${procedure}/${service}`
  return {
    received: [
      list(
        rows.received,
        ['kind', 'channel', 'procedure', 'service', 'line'],
        ({ kind, channel, procedure, service }) => ({
          kind,
          channel,
          service,
          ...(procedure && { procedure, line: line(procedure, service) }),
        }),
        ({ month }) => month,
      ),
      list(
        rows.reasons,
        ['kind', 'reason'],
        ({ reason }) => ({ kind: 'complaint', reason }),
        ({ month }) => month,
      ),
    ],
    asked: [
      list(
        rows.asked,
        ['stage', 'procedure', 'acknowledged'],
        ({ stage, procedure, ...asked }) => ({
          stage: String(stage),
          procedure,
          acknowledged: acknowledgementOf(asked),
        }),
        ({ asked_on }) => asked_on.slice(0, 7),
      ),
    ],
    answered: [
      list(
        rows.answered,
        ['stage', 'procedure', 'line', 'outcome'],
        ({ stage, procedure, service, outcome }) => ({
          stage: String(stage),
          procedure,
          line: line(procedure, service),
          outcome,
        }),
        ({ month }) => month,
      ),
      list(
        rows.days,
        ['stage', 'procedure', 'time'],
        ({ stage, procedure, ...reply }) => ({ stage: String(stage), procedure, time: timeOf(reply) }),
        ({ responded_on }) => responded_on.slice(0, 7),
      ),
      list(rows.learning, ['learning', 'actions'], ({ learning, actions }) => ({
        learning,
        actions: actions ? 'with' : 'without',
      })),
    ],
    unanswered: [
      list(rows.unanswered, ['stage', 'procedure', 'ending', 'refusal'], (row) => ({
        stage: String(row.stage),
        procedure: row.procedure,
        ending: row.ending,
        ...(row.refusal && { refusal: row.refusal }),
      })),
    ],
    open: [
      list(rows.open, ['stage', 'procedure', 'on'], ({ stage, procedure, on_day }) => ({
        stage: String(stage),
        procedure,
        on: on_day,
      })),
    ],
    actions: [list(rows.actions, ['action', 'state'], ({ kind, state }) => ({ action: kind, state }))],
    ombudsman: [
      list(rows.ombudsman, ['ombudsman', 'decision'], ({ ombudsman, decision }) => ({ ombudsman, decision })),
    ],
  }
}

/** How many there are where `where` says; `period` stands for the whole where it is left out. */
export function countOf(facts: Facts, counts: string, { period, ...where }: Where): number {
  const wanted = Object.entries(where)
  const list = facts[counts]?.find(({ dimensions }) =>
    wanted.every(([dimension]) => dimensions.has(dimension)),
  )
  if (!list) throw new Error(`${counts} cannot be counted by ${Object.keys(where).join(', ')}.`)
  let n = 0
  for (const fact of list.facts)
    if (
      (period === undefined || fact.periods.includes(period)) &&
      wanted.every(([dimension, value]) => fact.is[dimension] === value)
    )
      n += fact.n
  return n
}

/** Every value that a dimension has somewhere in `counts`, in the order of their names. */
export function valuesOf(facts: Facts, counts: string, dimension: string, where: Where = {}): string[] {
  const found = (facts[counts] ?? []).flatMap((list) =>
    list.facts
      .filter(({ is }) =>
        Object.entries(where).every(([d, value]) => !list.dimensions.has(d) || is[d] === value),
      )
      .map(({ is }) => is[dimension]),
  )
  return [...new Set(found.filter((value) => value !== undefined))].sort()
}
