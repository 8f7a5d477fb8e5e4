import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Council } from '../../src/council/council.ts'
import { inEnglish } from './in-english.ts'
import { stockton2019 } from './procedures/stockton-2019.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heard-report-'))
  cpSync('content', folder, { recursive: true })
  for (const name of ['council.json', 'bank-holidays.json', 'routes.json', 'finder.json'])
    writeFileSync(join(folder, name), JSON.stringify(inEnglish(name)))
})
afterEach(() => rmSync(folder, { recursive: true }))

const shipped = inEnglish('council.json') as Council
const write = (council: Partial<Council>) =>
  writeFileSync(join(folder, 'council.json'), JSON.stringify({ ...shipped, ...council }))

/** Runs what `npm run check:council` runs. */
const report = (): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['src/council/report.ts', folder], (error, said) => {
      resolve({ code: error ? Number(error.code) : 0, said })
    })
  })

it('ends well for the council that Heard ships with, and lists what is not checked', async () => {
  const { code, said } = await report()
  expect(code).toBe(0)
  expect(said).toContain('\n0 to mend, 0 to look at, ')
  expect(said).toContain('Not checked yet (')
})

it('names what is outside the Codes, and stops nobody', async () => {
  const [, ...others] = shipped.procedures
  write({ procedures: [{ ...stockton2019.procedure, id: 'corporate' }, ...others] })
  const { code, said } = await report()
  expect(code).toBe(0)
  expect(said).toContain('To look at (4)')
  expect(said).toContain('procedures[0].stages[1].respond.within is 25 working days from receipt.')
})

it('ends badly where something must be mended', async () => {
  write({ colour: 'teal' })
  const { code, said } = await report()
  expect(code).toBe(1)
  expect(said).toContain('To mend before the site can be built (1)')
})
