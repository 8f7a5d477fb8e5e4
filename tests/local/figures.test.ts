import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { figuresSchema, type Figures } from '../../src/figures/schema.ts'
import { writeFigures } from '../../src/figures/write.ts'
import { openRecord } from '../../src/local/open-record.ts'
import { workOut } from '../figures/attacker.ts'
import { emptyDatabase } from '../support/empty-database.ts'

const repository = join(import.meta.dirname, '../..')
const root = mkdtempSync(join(tmpdir(), 'heard-figures-'))
const data = join(root, 'data')

/** Runs one of the commands in a project that has the council and no report, on a record of its own. */
function run(command: 'demo-data' | 'figures', ...given: string[]) {
  const script = join(repository, `src/local/${command}.ts`)
  const env = { ...process.env, NODE_ENV: '', HEARD_DATA: data, SUPABASE_URL: '' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...given], {
    cwd: root,
    env,
    encoding: 'utf8',
  })
  return { status, said: stdout, refused: stderr }
}

const report = (id: string) => readFileSync(join(root, `content/annual-reports/${id}/figures.json`), 'utf8')
const published = (id: string) =>
  readFileSync(join(repository, `content/annual-reports/${id}/figures.json`), 'utf8')
const read = (text: string): Figures => figuresSchema.parse(JSON.parse(text))

beforeAll(async () => {
  mkdirSync(join(root, 'content'))
  cpSync(join(repository, 'content/council.json'), join(root, 'content/council.json'))
  cpSync(join(repository, 'supabase'), join(root, 'supabase'), { recursive: true })
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'))
  await emptyDatabase(join(data, 'database'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('from an empty record to published figures', () => {
  it('a made-up record and a year’s figures take two commands, and give what is published, byte for byte', () => {
    expect(run('demo-data')).toMatchObject({ status: 0, said: expect.stringContaining('2500 made-up cases') })
    for (const year of ['2024-25', '2025-26', '2025-26-q3']) {
      expect(run('figures', year)).toMatchObject({ status: 0, refused: '' })
      expect(report(year), year).toBe(published(year))
    }
  })

  it('the command says what was hidden and why, and no hidden count', () => {
    const { said } = run('figures', '2025-26')
    expect(said).toMatch(/^stage-1-asked-by-procedure-and-acknowledged: \d+ of 18 hidden$/m)
    expect(said).toMatch(/^ {2}housing, not-in-time: it is under the threshold$/m)
    expect(said).toMatch(/without it, one could work out/)
    expect(said).toMatch(/figures.json: \d+ figures, and \d+ hidden \(threshold 5\)\.$/m)
    expect(report('2025-26')).toBe(published('2025-26'))
  })

  it('a record that holds something is not filled with made-up cases, unless told to', () => {
    expect(run('demo-data')).toMatchObject({ status: 1, refused: expect.stringContaining('--add') })
    expect(run('demo-data', '--cases', '3', '--seed', '7', '--add')).toMatchObject({ status: 0 })
  })

  it('a quarter gives nothing away beside the year that it is in', () => {
    for (const id of ['2024-25-q1', '2024-25-q3']) expect(run('figures', id)).toMatchObject({ status: 0 })
    const files = readdirSync(join(root, 'content/annual-reports')).map((id) => read(report(id)))
    expect(files).toHaveLength(5)
    const [q1] = files.filter(({ period }) => period.id === '2024-25-q1')
    expect(q1!.tables.length).toBeGreaterThan(4)
    expect(workOut(files.filter(({ period }) => period.id.startsWith('2024-25')))).toEqual([])
  })

  it('what is published and gives a figure away stops the next report', () => {
    const year = read(report('2024-25'))
    const table = year.tables.find(({ id }) => id === 'received-by-kind-and-quarter')!
    table.cells = table.cells.map((row) => row.map((cell) => ('hidden' in cell ? { n: 3 } : cell)))
    const file = join(root, 'content/annual-reports/2024-25/figures.json')
    const before = report('2024-25')
    writeFileSync(file, writeFigures(year))
    const { said, refused } = run('figures', '2024-25-q2')
    writeFileSync(file, before)
    expect(said + refused).toMatch(/gives away|The record has changed since the figures of 2024-25/)
  })

  it.each([['2025'], ['2025-27'], ['2025-26-q5'], ['']])('%j is not taken for a period', (id) => {
    expect(run('figures', id)).toMatchObject({
      status: 1,
      refused: expect.stringContaining('is not a period'),
    })
  })
})

it('figures are written as they are read', () => {
  for (const id of ['2024-25', '2025-26', '2025-26-q3'])
    expect(writeFigures(read(published(id))), id).toBe(published(id))
})

it('where the portal runs, its record is asked: nobody else may open it', async () => {
  const folder = join(root, 'running')
  await emptyDatabase(join(folder, 'database'))
  vi.stubEnv('HEARD_DATA', folder)
  const portal = await openRecord(repository)
  try {
    await expect(openRecord(repository)).rejects.toThrow('already running')
    writeFileSync(join(folder, 'running.json'), JSON.stringify({ pid: process.pid, databaseUrl: portal.url }))
    const record = await openRecord(repository)
    expect(await record.sql('select count(*)::int as n from heard.complaints')).toEqual([{ n: 0 }])
    await record.close()
    expect(await portal.sql('select 1 as n')).toEqual([{ n: 1 }])
  } finally {
    await portal.close()
    vi.unstubAllEnvs()
  }
})
