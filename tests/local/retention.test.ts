import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { madeUpRecord } from '../../src/local/demo/record.ts'
import { writeRecord } from '../../src/local/demo/write-record.ts'
import { openRecord } from '../../src/local/open-record.ts'
import { emptyDatabase } from '../support/empty-database.ts'

const repository = join(import.meta.dirname, '../..')
const root = mkdtempSync(join(tmpdir(), 'heard-retention-'))
const data = join(root, 'data')

/** Runs the command in a project that has the council, on a record of its own. */
function run(...given: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(repository, 'src/local/retention.ts'), ...given],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: '', HEARD_DATA: data, SUPABASE_URL: '' },
      encoding: 'utf8',
    },
  )
  return { status, said: stdout, refused: stderr }
}

/** Runs one query on the record, as its owner. */
async function sql<Row>(query: string): Promise<Row[]> {
  vi.stubEnv('HEARD_DATA', data)
  const record = await openRecord(root)
  try {
    return (await record.sql(query)) as Row[]
  } finally {
    await record.close()
    vi.unstubAllEnvs()
  }
}

const whole = `select count(*)::int as n from heard.complaints where anonymised_at is null`

beforeAll(async () => {
  mkdirSync(join(root, 'content'))
  cpSync(join(repository, 'content/council.json'), join(root, 'content/council.json'))
  cpSync(join(repository, 'supabase'), join(root, 'supabase'), { recursive: true })
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'))
  await emptyDatabase(join(data, 'database'))
  vi.stubEnv('HEARD_DATA', data)
  const record = await openRecord(root)
  await writeRecord(madeUpRecord(60, 3), (query) => record.sql(query))
  // Ten years ago, and closed in the same hour.
  await record.sql(
    `update heard.complaints set received_at = received_at - interval '10 years', received_on = received_on - interval '10 years',
       closed_at = received_at - interval '10 years' where kind = 'complaint' and reported_at is null`,
  )
  await record.close()
  vi.unstubAllEnvs()
}, 60_000)
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('a dry run prints counts by kind, and changes nothing; then the same goes, and nothing is left', async () => {
  const [before] = await sql<{ n: number }>(whole)
  const dry = run('--dry-run')
  expect(dry).toMatchObject({ status: 0, refused: '' })
  expect(dry.said).toMatch(/^Past its time now:\n {2}complaints, [a-z-]+: \d+\n/)
  expect(await sql(whole)).toEqual([before])

  const real = run()
  expect(real.said.replace('Taken out:', 'Past its time now:')).toBe(dry.said)
  const gone = [
    ...dry.said.matchAll(/^ {2}(?:complaints, .*|compliments and comments|requests for service): (\d+)$/gm),
  ]
  const many = gone.reduce((sum, [, n]) => sum + Number(n), 0)
  expect(many).toBeGreaterThan(9)
  expect(await sql(whole)).toEqual([{ n: before!.n - many }])
  expect(run('--dry-run').said).toBe('Past its time now:\n  nothing\n')
})

it('a day that is to come can be asked about, and not brought forward', () => {
  expect(run('--dry-run', '--on', '2060-01-01').said).toMatch(/^Past its time on 2060-01-01:\n {2}/)
  expect(run('--on', '2060-01-01')).toMatchObject({
    status: 1,
    said: '',
    refused: expect.stringContaining('--dry-run'),
  })
})

it('what was erased is listed by ids, and erased again once a copy of the record from before is back', async () => {
  const [one] = await sql<{ id: string; names: string }>(
    `select c.id, p.name as names from heard.complaints c join heard.people p on p.complaint_id = c.id
     where p.name is not null order by 1 limit 1`,
  )
  // What a council does by its backup: on one machine, a copy of the folder.
  const copy = join(root, 'backup')
  cpSync(join(data, 'database'), copy, { recursive: true })
  await sql(`select heard.anonymise('${one!.id}', 'asked', 'staff-x')`)
  const list = run('--erased-since', '2020-01-01').said
  expect(JSON.parse(list)).toEqual([{ complaint: one!.id }])
  writeFileSync(join(root, 'erased.json'), list)

  rmSync(join(data, 'database'), { recursive: true })
  cpSync(copy, join(data, 'database'), { recursive: true })
  const back = `select name from heard.people where complaint_id = '${one!.id}'`
  expect(await sql(back)).toEqual([{ name: one!.names }])
  expect(run('--erase-again', 'erased.json')).toMatchObject({ said: 'Erased again: 1 of 1.\n', refused: '' })
  expect(await sql(back)).toEqual([])
  expect(run('--erase-again', 'erased.json').said).toBe('Erased again: 0 of 1.\n')
})
