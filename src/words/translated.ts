import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { madeFrom, madeToday, staleLines } from './made-from.ts'

/**
 * `npm run translated -- pl` records that the Polish edition says what the English says today: all of it, or what is
 * named after it (`pages/how-to-complain`, `words/form.continue`, `texts`). `npm run translated -- pl --list` only
 * says what has changed since.
 */
const [language, ...named] = process.argv.slice(2)
if (!language || !/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(language)) {
  console.error('Name the edition, as in: npm run translated -- pl')
  process.exit(1)
}
if (named[0] === '--list') {
  const lines = staleLines(language)
  for (const line of lines) console.log(`- ${line}`)
  console.log(`${lines.length} to look at.`)
  process.exit(0)
}

const then = madeFrom(language)
const now = madeToday(language)
const asked = (item: string) => named.length === 0 || named.includes(item)
const merged = (kind: 'pages' | 'words') =>
  Object.fromEntries(
    Object.entries(now[kind]).flatMap(([item, hash]) => {
      const kept = asked(`${kind}/${item}`) ? hash : then[kind][item]
      return kept ? [[item, kept]] : []
    }),
  )
const record = {
  pages: merged('pages'),
  words: merged('words'),
  texts: asked('texts') ? now.texts : then.texts,
  checked: then.checked,
}
mkdirSync(join('content', 'translated'), { recursive: true })
writeFileSync(join('content', 'translated', `${language}.json`), `${JSON.stringify(record, null, 2)}\n`)
console.log(`content/translated/${language}.json says what ${language} was made from.`)
