import loadSolver, { type Model } from 'highs'

/** What a number, or a row of signed numbers together, lies between. */
interface Between {
  readonly least: number
  readonly most: number
}

/** Numbers, each by the place of its column and with its sign or weight, and what they come to together. */
interface Row extends Between {
  readonly terms: readonly (readonly [column: number, sign: number])[]
}

/** Whole numbers for every column that make the weighted ones least together. */
type Best = (weights: ReadonlyMap<number, number>) => readonly number[]

/** What is published contradicts itself: reports that were counted from different states of the record. */
export class DoesNotFit extends Error {
  override name = 'DoesNotFit'
}

/** How often to look for whole numbers near the best before looking for the best whole ones. */
const nudges = 4

/** For many small questions about one model: each goes on from the answer to the last (simplex_strategy 4: primal). */
const options = {
  output_flag: false,
  presolve: 'off',
  solver: 'simplex',
  simplex_strategy: 4,
  simplex_scale_strategy: 0,
} as const

const solver = await loadSolver()

/** Lets `ask` ask what whole numbers fit. Throws DoesNotFit, from what is asked, where none do. */
export function solveWhole(
  columns: readonly Between[],
  rows: readonly Row[],
  ask: (best: Best) => void,
): void {
  const model = solver.createModel()
  try {
    model.options.set(options)
    for (const { least, most } of columns) model.addVar(least, most)
    for (const { terms, least, most } of rows) {
      model.addRow(least, most, {
        indices: terms.map(([column]) => column),
        values: terms.map(([, sign]) => sign),
      })
    }
    ask((weights) => best(model, weights, columns.length))
  } finally {
    // The solver's memory is its own: nothing else gives it back.
    model.dispose()
  }
}

/** Where the best numbers are not whole, whole ones close to them will mostly do; the best whole ones take long to find. */
function best(model: Model, weights: ReadonlyMap<number, number>, columns: number): number[] {
  let values = leastBy(model, weights)
  for (let tries = 1; tries <= nudges && !areWhole(values); tries += 1) {
    const nudged = new Map(
      Array.from({ length: columns }, (_, i) => [i, (((i + 1) * tries * 7919) % 101) / 5000]),
    )
    for (const [column, weight] of weights) nudged.set(column, weight)
    values = leastBy(model, nudged)
  }
  if (!areWhole(values)) {
    for (let i = 0; i < columns; i += 1) model.changeColIntegrality(i, solver.constants.variableType.integer)
    values = leastBy(model, weights)
    for (let i = 0; i < columns; i += 1)
      model.changeColIntegrality(i, solver.constants.variableType.continuous)
  }
  return values.map(Math.round)
}

const areWhole = (values: readonly number[]): boolean =>
  values.every((value) => Math.abs(value - Math.round(value)) < 1e-6)

function leastBy(model: Model, weights: ReadonlyMap<number, number>): number[] {
  for (const [column, weight] of weights) model.changeColCost(column, weight)
  model.run()
  if (model.getModelStatus() !== solver.constants.modelStatus.optimal) {
    throw new DoesNotFit('No counts fit everything that is published.')
  }
  const values = [...model.getSolution().colValue]
  for (const column of weights.keys()) model.changeColCost(column, 0)
  return values
}
