import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const repository = join(import.meta.dirname, '../..')

/** The built project in a folder of its own, with a hand-written page of 2 KB beside its pages, at /plainest.html. */
export function siteToMeasure(): { readonly root: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'heard-bench-'))
  for (const name of readdirSync(repository))
    if (!name.startsWith('.') && name !== 'dist') symlinkSync(join(repository, name), join(root, name))
  cpSync(join(repository, 'dist'), join(root, 'dist'), { recursive: true })
  cpSync(join(import.meta.dirname, 'plainest.html'), join(root, 'dist/plainest.html'))
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) }
}
