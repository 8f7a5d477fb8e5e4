import { mkdtempSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startVitest } from 'vitest/node'
import { machine } from '../bench/machine.ts'
import type { Counts } from './counts.ts'

/**
 * `npm run test:faults`: breaks a running portal in every way that it may have to live through, and prints what became
 * of everything that people sent. More words on the command line choose the files whose path holds one of them.
 */
const folder = mkdtempSync(join(tmpdir(), 'heard-faults-table-'))
const file = join(folder, 'table.jsonl')
process.env['FAULTS_TABLE'] = file

const vitest = await startVitest('test', process.argv.slice(2), {
  run: true,
  watch: false,
  include: ['tests/faults/*.faults.ts'],
  // One portal at a time: what is broken here would only be slowed by another.
  fileParallelism: false,
  testTimeout: 600_000,
})
const failed =
  vitest.state.getTestModules().some((module) => !module.ok()) || vitest.state.getUnhandledErrors().length > 0
await vitest.close()

type Line = Counts & { fault: string; on: string }
const lines = existsSync(file)
  ? readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line)
  : []
rmSync(folder, { recursive: true })

const columns: readonly (readonly [string, keyof Line])[] = [
  ['Fault', 'fault'],
  ['On', 'on'],
  ['Accepted', 'accepted'],
  ['Stored', 'stored'],
  ['Letters', 'due'],
  ['Sent', 'sent'],
  ['Sent twice', 'twice'],
  ['For the team', 'tasks'],
  ['Lost', 'lost'],
]
const cells = [
  columns.map(([heading]) => heading),
  ...lines.map((line) => columns.map(([, key]) => `${line[key]}`)),
]
const widths = columns.map((_, at) => Math.max(...cells.map((row) => row[at]!.length)))
const written = cells.map((row) =>
  row
    .map((cell, at) => cell.padEnd(widths[at]!))
    .join('  ')
    .trimEnd(),
)
console.log(
  `\n${machine()
    .map(({ what, value }) => `${what}: ${value}`)
    .join('\n')}\n`,
)
console.log([written[0], widths.map((width) => '-'.repeat(width)).join('  '), ...written.slice(1)].join('\n'))
process.exit(failed || lines.length === 0 ? 1 : 0)
