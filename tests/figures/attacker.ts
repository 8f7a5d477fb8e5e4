import loadSolver from 'highs'
import { council, type Council } from '../../src/council/council.ts'
import type { Cell, Figures } from '../../src/figures/schema.ts'

/** A hidden figure that somebody with the published files can work out too closely. */
export interface Found {
  readonly figure: string
  readonly least: number
  readonly most: number
}

type Terms = Map<string, number>
interface Row {
  /** Not sure: it rests on the times that council.json gives for everyone. */
  readonly hint?: true
  readonly terms: Terms
  readonly least: number
  readonly most: number
}

const solver = await loadSolver()

/** Names a figure by all that fixes it, so that the same one has one name in every table and file. */
const named = (counts: string, where: Readonly<Record<string, string>>): string =>
  JSON.stringify([counts, Object.entries(where).sort(([one], [other]) => (one < other ? -1 : 1))])

/**
 * Works against the published files as a reader might, with nothing else in hand: writes down every sum that must
 * hold between their figures, and by linear programming finds the least and the most that each hidden one can be.
 * Gives those that are closer together than the threshold. It shares no code with what hides them.
 *
 * `whole` looks for whole numbers only, which takes longer and can only find more.
 */
export function workOut(files: readonly Figures[], whole = false, among: Council = council): Found[] {
  const cells = new Map<string, Cell>()
  const places = new Map<string, { counts: string; where: Record<string, string> }>()
  for (const file of files) {
    for (const { counts, where, rows, columns, cells: grid } of file.tables) {
      grid.forEach((line, r) =>
        line.forEach((cell, c) => {
          const at: Record<string, string> = { ...where }
          const [row, column] = [rows.values[r]!, columns?.values[c]]
          if (row !== 'all') at[rows.dimension] = row
          if (columns && column !== undefined && column !== 'all') at[columns.dimension] = column
          if (!at['on'] && !at['period']) at['period'] = file.period.id
          const name = named(counts, at)
          places.set(name, { counts, where: at })
          const before = cells.get(name)
          if (before && JSON.stringify(before) !== JSON.stringify(cell))
            throw new Error(`Two answers for ${name}.`)
          cells.set(name, cell)
        }),
      )
    }
  }
  const rows = [...sums(places), ...files.flatMap((file) => hints(file, cells, among))]
  return narrow(cells, rows, Math.min(...files.map(({ threshold }) => threshold)), whole)
}

function* sums(
  places: ReadonlyMap<string, { counts: string; where: Record<string, string> }>,
): Generator<Row> {
  const zero = (terms: Terms): Row => ({ terms, least: 0, most: 0 })
  // By what each figure can be split, and into which parts.
  const split = new Map<string, string[]>()
  const part = (whole: string, by: string, name: string) => {
    if (places.has(whole)) split.set(`${whole} ${by}`, [...(split.get(`${whole} ${by}`) ?? []), name])
  }
  for (const [name, { counts, where }] of places) {
    for (const [dimension, value] of Object.entries(where)) {
      const rest = Object.fromEntries(Object.entries(where).filter(([each]) => each !== dimension))
      if (dimension === 'period') {
        const above = {
          month: quarterAbove(value),
          quarter: value.includes('-q') ? value.split('-q')[0] : undefined,
        }
        for (const [by, period] of Object.entries(above))
          if (period) part(named(counts, { ...rest, period }), by, name)
      } else {
        part(named(counts, rest), dimension, name)
        if (dimension === 'line')
          part(named(counts, { ...rest, procedure: value.split('/')[0]! }), 'line', name)
      }
    }
    if (counts === 'asked') {
      const { stage, ...rest } = where
      const same = named('received', { ...rest, kind: 'complaint' })
      if (stage === '1' && places.has(same))
        yield zero(
          new Map([
            [name, 1],
            [same, -1],
          ]),
        )
      const period = where['period']!
      if (quarterAbove(period)) continue
      const year = Number(period.slice(0, 4))
      const quarter = Number(period.split('-q')[1] ?? 0)
      const [before, last] = quarter
        ? [
            [`${year}-03-31`, `${year}-06-30`, `${year}-09-30`, `${year}-12-31`][quarter - 1]!,
            [`${year}-06-30`, `${year}-09-30`, `${year}-12-31`, `${year + 1}-03-31`][quarter - 1]!,
          ]
        : [`${year}-03-31`, `${year + 1}-03-31`]
      const others = Object.fromEntries(Object.entries(where).filter(([each]) => each !== 'period'))
      const flow: [string, number][] = [
        [named('open', { ...others, on: before }), 1],
        [name, 1],
        [named('answered', where), -1],
        [named('unanswered', where), -1],
        [named('open', { ...others, on: last }), -1],
      ]
      if (flow.every(([each]) => places.has(each))) yield zero(new Map(flow))
    }
  }
  for (const [whole, parts] of split) {
    const by = whole.slice(whole.lastIndexOf(' ') + 1)
    if (by === 'quarter' && parts.length < 4) continue
    if (by === 'month' && parts.length < 3) continue
    yield zero(
      new Map([[whole.slice(0, whole.lastIndexOf(' ')), 1], ...parts.map((name) => [name, -1] as const)]),
    )
  }
}

/** `2025-12` is in the third quarter from April; a year or a quarter is in none. */
function quarterAbove(period: string): string | undefined {
  const [, year, month] = /^(\d{4})-(\d\d)$/.exec(period) ?? []
  if (!year || Number(month) > 12) return undefined
  const start = Number(month) >= 4 ? Number(year) : Number(year) - 1
  return `${start}-${String(start + 1).slice(2)}-q${[4, 4, 4, 1, 1, 1, 2, 2, 2, 3, 3, 3][Number(month) - 1]}`
}

/** What an average says of those that were late: each took a day more than it might, and half took the median at most. */
function hints(file: Figures, cells: ReadonlyMap<string, Cell>, among: Council): Row[] {
  return file.averages.flatMap(({ of, stage, procedure, of_n, mean, median }) => {
    if ('hidden' in mean || 'hidden' in median) return []
    const where = { period: file.period.id, stage, ...(procedure !== 'all' && { procedure }) }
    const late =
      of === 'respond'
        ? ['extended', 'late'].map((time) => named('answered', { ...where, time }))
        : [named('asked', { ...where, acknowledged: 'not-in-time' })]
    if (!late.every((name) => cells.has(name))) return []
    const known = of_n ?? cells.get(named('asked', where))
    if (!known || 'hidden' in known) return []
    const times = among.procedures
      .filter(({ id, stages }) => (procedure === 'all' || id === procedure) && stages.length >= Number(stage))
      .flatMap(({ stages }) => {
        const { acknowledge, respond } = stages[Number(stage) - 1]!
        if (of === 'acknowledge') return acknowledge ? [acknowledge.within] : [10, 30]
        if (!respond) return [10, 30]
        return [
          respond.within,
          respond.within + (respond.from === 'acknowledgement' ? (acknowledge?.within ?? 0) : 0),
        ]
      })
    const [shortest, longest] = times.length ? [Math.min(...times), Math.max(...times)] : [10, 30]
    const most = Math.min(
      Math.floor((known.n * (mean.n + 0.05)) / (longest + 1)),
      median.n <= shortest ? Math.floor(known.n / 2) : known.n,
    )
    const least = median.n > longest ? Math.ceil(known.n / 2) : 0
    return [{ terms: new Map(late.map((name) => [name, 1])), least, most, hint: true as const }]
  })
}

function narrow(
  cells: ReadonlyMap<string, Cell>,
  rows: readonly Row[],
  threshold: number,
  whole: boolean,
): Found[] {
  const names = [...cells].filter(([, cell]) => 'hidden' in cell).map(([name]) => name)
  const index = new Map(names.map((name, i) => [name, i]))
  const model = solver.createModel()
  try {
    model.options.set({ output_flag: false, presolve: 'off', solver: whole ? 'choose' : 'simplex' })
    for (const i of names.keys()) {
      model.addVar(1, 50_000)
      if (whole) model.changeColIntegrality(i, solver.constants.variableType.integer)
    }
    for (const { terms, least, most, hint } of rows) {
      let known = 0
      const indices: number[] = []
      const values: number[] = []
      for (const [name, sign] of terms) {
        const cell = cells.get(name)!
        if ('n' in cell) known += sign * cell.n
        else {
          indices.push(index.get(name)!)
          values.push(sign)
        }
      }
      if (!hint && indices.length === 0 && (known < least || known > most))
        throw new Error('The published figures do not add up.')
      if (indices.length) model.addRow(least - known, most - known, { indices, values })
    }
    // Each answer is a way in which all could be: it says something of every figure, not only of the one asked for.
    const [least, most] = [names.map(() => Infinity), names.map(() => -Infinity)]
    return names.flatMap((figure, i) => {
      for (const sense of [1, -1]) {
        if (most[i]! - least[i]! >= threshold) return []
        model.changeColCost(i, sense)
        model.run()
        if (model.getModelStatus() !== solver.constants.modelStatus.optimal) throw new Error('Nothing fits.')
        for (const [j, value] of model.getSolution().colValue.entries()) {
          least[j] = Math.min(least[j]!, value)
          most[j] = Math.max(most[j]!, value)
        }
        model.changeColCost(i, 0)
      }
      return most[i]! - least[i]! < threshold - 1e-6 ? [{ figure, least: least[i]!, most: most[i]! }] : []
    })
  } finally {
    model.dispose()
  }
}
