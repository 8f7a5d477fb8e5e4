import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A page that lets through its own styles, by their hash, and no other: neither a `<style>` that somebody smuggled in
 * nor any style attribute. Styles travel inside pages (one request), and each page has others, so the header, which is
 * one for all pages, cannot name them. Where a browser has two policies, both must allow. The styles become one
 * element, since each hash weighs as much as a sentence.
 */
export function withStylePolicy(html: string): string {
  const own = /<style>([^]*?)<\/style>/g
  const styles = [...html.matchAll(own)].map(([, style = '']) => style)
  const joined = styles.join('')
  const allowed = styles.length
    ? `'sha256-${createHash('sha256').update(joined).digest('base64')}'`
    : "'none'"
  const start = /<head><meta charset="?utf-8"?>/i
  if (!start.test(html)) throw new Error('A page does not begin with its charset, so it can have no policy.')
  let seen = 0
  return html
    .replace(own, () => ((seen += 1) === styles.length ? `<style>${joined}</style>` : ''))
    .replace(start, `$&<meta http-equiv="Content-Security-Policy" content="style-src ${allowed}">`)
}

/** Gives every page that was built into `folder` its policy. */
export function writeStylePolicies(folder: string): void {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  )
  for (const page of pages) {
    const path = join(folder, page)
    writeFileSync(path, withStylePolicy(readFileSync(path, 'utf8')))
  }
}
