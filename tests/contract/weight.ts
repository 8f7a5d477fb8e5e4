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

/** Every script that a built page runs: those it names, and all that these import, each once. */
export function scriptsOf(page: string): string[] {
  const html = readFileSync(join(dist, page), 'utf8')
  const found = new Set<string>()
  const follow = (path: string) => {
    if (found.has(path)) return
    found.add(path)
    const source = readFileSync(join(dist, path), 'utf8')
    for (const [, , name] of source.matchAll(/(from|import)\s*\(?\s*["'`](\.\/[^"'`]+)["'`]/g))
      if (name) follow(join(path, '..', name))
  }
  scriptsIn(html).forEach(follow)
  return [...found]
}
