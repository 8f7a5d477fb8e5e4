import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const repository = join(import.meta.dirname, '../..')

/** Written by hand, 2 KB with its styles: what a page of this length can cost at the least. */
const plainest = (): string => {
  const head = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A plain page</title>
<meta name="viewport" content="width=device-width"><style>body{font:1.2em/1.5 sans-serif;max-width:40em;margin:2em auto}</style></head><body><h1>A plain page</h1>\n`
  const line = (number: number) =>
    `<p>Line ${number}: if something has gone wrong, tell us, and we put it right.</p>\n`
  let page = head
  for (let number = 1; page.length < 2000; number += 1) page += line(number)
  return page
}

/** The built project in a folder of its own, with the plain page beside its pages at /plainest.html. */
export function siteToMeasure(): { readonly root: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'heard-bench-'))
  for (const name of readdirSync(repository))
    if (!name.startsWith('.') && name !== 'dist') symlinkSync(join(repository, name), join(root, name))
  cpSync(join(repository, 'dist'), join(root, 'dist'), { recursive: true })
  writeFileSync(join(root, 'dist/plainest.html'), plainest())
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) }
}
