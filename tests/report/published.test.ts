import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { council } from '../../src/council/council.ts'
import type { Cell, Figures, Table } from '../../src/figures/schema.ts'
import { jsonSchema } from '../../src/report/open-data.ts'
import { periodsIn, yearsIn } from '../../src/report/load.ts'
import { measures, valueOf } from '../../src/report/measures.ts'
import { builtPages } from '../site/pages.ts'

const dist = join(import.meta.dirname, '../../dist')
const built = (file: string) => readFileSync(join(dist, file), 'utf8')
const periods = periodsIn('content')
const figuresOf = (id: string) =>
  JSON.parse(readFileSync(`content/annual-reports/${id}/figures.json`, 'utf8')) as Figures

/** A CSV file’s lines by their heads. */
function linesOf(csv: string): Record<string, string>[] {
  const [heads = [], ...lines] = csv
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    )
  return lines.map((line) => Object.fromEntries(heads.map((head, i) => [head, line[i]!])))
}

const valueIn = (cell: Cell) => ('n' in cell ? String(cell.n) : '')
const flat = ({ rows, columns, cells }: Table) =>
  rows.values.flatMap((row, i) =>
    (columns?.values ?? ['']).map((column, j) => ({ row, column, value: valueIn(cells[i]![j]!) })),
  )

describe.each(periods)('the open data of %s', (id) => {
  const figures = figuresOf(id)

  it('is the figures as they are, and names its schema', () => {
    const { $schema, ...rest } = JSON.parse(built(`data/${id}.json`)) as Figures & { $schema: string }
    expect(rest).toEqual(figures)
    expect($schema).toBe(`${council.site}/data/schema.json`)
  })

  it('holds ids, days and numbers alone: no words that people wrote, and no reference', () => {
    const texts = (value: unknown): string[] =>
      typeof value === 'string'
        ? [value]
        : typeof value === 'object' && value
          ? Object.entries(value).flatMap(([key, inner]) => [key, ...texts(inner)])
          : []
    const known =
      /^(\$schema|https:\/\/\S+\/data\/schema\.json|of_n|[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)?)$/
    const found = texts(JSON.parse(built(`data/${id}.json`)))
    expect(found.filter((text) => !known.test(text))).toEqual([])
  })

  it('says the same as CSV, whole and table by table, with no value where a figure is hidden', () => {
    const whole = linesOf(built(`data/${id}.csv`))
    for (const table of figures.tables) {
      const lines = linesOf(built(`data/${id}/${table.id}.csv`))
      expect(lines.map(({ row, column, value }) => ({ row, column, value }))).toEqual(flat(table))
      expect(whole.filter((line) => line['table'] === table.id)).toEqual(lines)
      for (const { value, hidden } of lines) expect(hidden).toBe(String(value === ''))
    }
    const averages = whole.filter(({ table }) => table === 'averages')
    expect(averages.map(({ value }) => value)).toEqual(
      figures.averages.flatMap(({ of_n, mean, median }) =>
        [of_n, mean, median].flatMap((cell) => (cell ? [valueIn(cell)] : [])),
      ),
    )
  })

  it('fits the schema that is published', () => {
    const schema = JSON.parse(built('data/schema.json')) as z.core.JSONSchema.JSONSchema
    expect(built('data/schema.json')).toBe(jsonSchema(council.site))
    const checked = z.fromJSONSchema(schema)
    const data = JSON.parse(built(`data/${id}.json`)) as Record<string, unknown>
    expect(checked.safeParse(data).error).toBeUndefined()
    expect(checked.safeParse({ ...data, summary: 'words' }).success).toBe(false)
    expect(checked.safeParse({ ...data, threshold: 'five' }).success).toBe(false)
  })
})

describe.each(yearsIn())('the pages of $id', ({ id, figures }) => {
  const pages = builtPages.filter(
    ({ address }) => address.startsWith(`/annual-report/${id}/`) && !/\/q\d\//.test(address),
  )
  const tablesIn = (html: string) =>
    [...html.matchAll(/<table class="figures[^"]*".*?<\/table>(.*?)<\/div>/gs)].map(([whole, after]) => ({
      id: new RegExp(`/data/${id}/([a-z0-9-]+)\\.csv`).exec(after!)?.[1],
      values: [...whole.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) =>
        cell!
          .replace(/<svg.*?<\/svg>/gs, '')
          .replace(/<[^>]+>/g, '')
          .trim(),
      ),
    }))

  it('show in each table what its CSV file says, and “hidden” where it says nothing', () => {
    const shown = pages.flatMap(({ html }) => tablesIn(html)).filter((table) => table.id)
    expect(shown.length).toBeGreaterThan(15)
    for (const { id: table, values } of shown) {
      const lines = linesOf(built(`data/${id}/${table}.csv`)).map(({ value }) =>
        value === '' ? 'hidden' : Number(value).toLocaleString('en-GB'),
      )
      // A list stands beside the year before’s, and a column with nothing in it is left out.
      const own = lines.filter((value) => value !== '0')
      const there = [...values]
      const missing = own.filter((value) => {
        const at = there.indexOf(value)
        if (at >= 0) there.splice(at, 1)
        return at < 0
      })
      expect(missing, table).toEqual([])
    }
  })

  it('show every measure as figures.json gives it', () => {
    const overview = pages.find(({ address }) => address === `/annual-report/${id}/`)!.html
    for (const { id: measure } of measures) {
      const value = valueOf(measure, figures)
      if (!value) continue
      const shown = value.unit === 'share' ? `${Math.round(value.n * 100)}%` : value.n.toLocaleString('en-GB')
      expect(overview, measure).toContain(`>${shown}<`)
    }
  })

  it('draw no bar in parts where a part is hidden, since its length would give it away', () => {
    for (const { html } of pages)
      for (const [row] of html.matchAll(/<tr role="row".*?<\/tr>/gs))
        if (row.includes('class="part-')) expect(row).not.toContain('hidden-figure')
  })

  it('draw nothing for a figure that is hidden', () => {
    for (const { address, html } of pages) {
      const lists = [...html.matchAll(/<table class="figures few".*?<\/table>/gs)].map(([table]) => table)
      for (const [row, now] of lists.flatMap((table) => [
        ...table.matchAll(/<tr.*?<td[^>]*>(.*?)<\/td>.*?<\/tr>/gs),
      ]))
        if (now!.includes('hidden-figure')) expect(row, address).not.toContain('<rect')
      const months = html.split('<div class="months"')[1]?.split('</svg>')[0] ?? ''
      const shown = figures.tables.find(({ id }) => id === 'complaints-by-month')!.cells.slice(0, -1)
      if (months) expect(months.split('<rect').length - 1).toBe(shown.filter(([cell]) => 'n' in cell!).length)
    }
  })

  it('have their table under every drawing, which those who hear the page need not see', () => {
    for (const { address, html } of pages) {
      for (const [svg] of html.matchAll(/<svg[^>]*>/g)) {
        const before = html.slice(0, html.indexOf(svg))
        const inside =
          before.lastIndexOf('<div class="months" aria-hidden="true"') > before.lastIndexOf('<table')
        expect(
          svg.includes('aria-hidden="true"') || inside || before.endsWith('<li>'),
          `${address} ${svg}`,
        ).toBe(true)
      }
      if (html.includes('class="months"')) expect(html.split('class="months"')[1]).toContain('<table')
    }
  })
})

it('builds no file of a report beside its pages and its data', () => {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  expect(files.filter((file) => /figures\.json|annual-report.*\.(?!html)\w+$/.test(file))).toEqual([])
  expect(existsSync(join(dist, 'data/schema.json'))).toBe(true)
})
