import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BuiltPages } from '../complaints/ports.ts'

/** Pages from dist/, which travel with the functions (netlify.toml, included_files). Each is read once. */
export function builtPages(folder = join(process.cwd(), 'dist')): BuiltPages {
  const read = new Map<string, string>()
  return {
    read(address) {
      const html = read.get(address) ?? readFileSync(join(folder, address, 'index.html'), 'utf8')
      read.set(address, html)
      return html
    },
  }
}
