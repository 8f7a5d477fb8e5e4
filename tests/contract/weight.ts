import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packed } from '../../src/local/server/encoding.ts'

const dist = join(import.meta.dirname, '../../dist')

/** What one file of the built site costs on its way: bytes after brotli, as the CDN packs it. */
export const weightOf = async (path: string): Promise<number> =>
  (await packed(readFileSync(join(dist, path)), 'br')).length

/** The scripts that a page names. */
export const scriptsIn = (html: string): string[] =>
  [...html.matchAll(/<script\b[^>]*\ssrc="([^"]+)"/g)].flatMap(([, path]) => path ?? [])

/** Every script that a built page runs as it opens: those it names, and all that these import, each once. */
export const scriptsOf = (page: string): string[] => [
  ...reached(page, /(?:from|import)\s*["'`](\.\/[^"'`]+)["'`]/g),
]

/** The scripts that a page fetches only when somebody gets to what needs them, each once. */
export function laterScriptsOf(page: string): string[] {
  const atStart = scriptsOf(page)
  const all = reached(page, /(?:from|import)\s*\(?\s*["'`](\.\/[^"'`]+)["'`]/g)
  return [...all].filter((script) => !atStart.includes(script))
}

function reached(page: string, imports: RegExp): ReadonlySet<string> {
  const html = readFileSync(join(dist, page), 'utf8')
  const found = new Set<string>()
  const follow = (path: string) => {
    if (found.has(path)) return
    found.add(path)
    const source = readFileSync(join(dist, path), 'utf8')
    for (const [, name] of source.matchAll(imports)) if (name) follow(join(path, '..', name))
  }
  scriptsIn(html).forEach(follow)
  return found
}
