import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const dist = join(import.meta.dirname, '../../dist')

/** One page that Astro built. */
export interface BuiltPage {
  /** Its address on the site, such as '/how-to-complain/'. */
  address: string
  html: string
  /** The edition's tag, as the page says it. */
  language: string
}

/** Every page in dist/, in the order of their addresses. */
export const builtPages: readonly BuiltPage[] = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .map((file) => {
    const html = readFileSync(join(dist, file), 'utf8')
    const language = /<html lang="([^"]+)"/.exec(html)?.[1] ?? ''
    return { address: `/${file.replace(/(^|\/)index\.html$/, '$1')}`, html, language }
  })
  .sort((one, other) => one.address.localeCompare(other.address))

/** Pages that people read, in every edition: neither forms nor shells that functions fill. */
export const contentPages: readonly BuiltPage[] = builtPages.filter(
  ({ html }) => !html.includes('<form') && !/<main[^>]*>\s*<\/main>/.test(html) && /<h1[\s>]/.test(html),
)

/** The same in English, for what holds of the English words alone. */
export const englishPages: readonly BuiltPage[] = builtPages.filter(({ language }) => language === 'en')
export const englishContent: readonly BuiltPage[] = contentPages.filter(({ language }) => language === 'en')

/** What stands between <main> and </main>, as words without marks, one block a line. */
export function wordsOf(html: string): string {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  return main
    .replace(/<(script|style)\b.*?<\/\1>/gs, '')
    .replace(/<\/(span|b)>|<\/?(p|li|h[1-6]|dt|dd|td|th|summary)\b[^>]*>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, '’')
}
