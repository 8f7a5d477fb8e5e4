import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const repository = join(import.meta.dirname, '../..')

/**
 * A copy of the project in a folder of its own, to be changed and built without touching the project.
 *
 * It shares the packages, but not what Astro remembers between builds. `remove` takes it away again.
 */
export function copyOfProject(): { root: string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'heard-copy-'))
  for (const name of readdirSync(repository))
    if (!name.startsWith('.') && !['dist', 'node_modules', 'tests'].includes(name))
      cpSync(join(repository, name), join(root, name), { recursive: true })
  mkdirSync(join(root, 'node_modules'))
  for (const name of readdirSync(join(repository, 'node_modules')))
    if (!name.startsWith('.'))
      symlinkSync(join(repository, 'node_modules', name), join(root, 'node_modules', name))
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) }
}
