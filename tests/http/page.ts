/** What a page of the form holds, as a browser would post it again: its inputs and text boxes, in their order. */
export function fieldsIn(html: string): readonly (readonly [string, string])[] {
  const found = html.matchAll(
    /<input\b((?:"[^"]*"|[^">])*)>|<textarea\b((?:"[^"]*"|[^">])*)>([^<]*)<\/textarea>/g,
  )
  return [...found].flatMap(([, input, textarea, text = '']) => {
    const tag = input ?? textarea ?? ''
    const name = attribute(tag, 'name')
    const choice = /type="(radio|checkbox)"/.test(tag)
    if (name === undefined || (choice && !/\schecked(\s|=|\/|$)/.test(tag))) return []
    return [[name, input === undefined ? plain(text) : (attribute(tag, 'value') ?? '')] as const]
  })
}

/** The same by name; the first where one is there more than once. */
export const valuesIn = (html: string): Record<string, string> =>
  Object.fromEntries([...fieldsIn(html)].reverse())

export const titleOf = (html: string): string => plain(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '')

/** The language that a page says it is in. */
export const languageOf = (html: string): string | undefined => /<html lang="([^"]+)"/.exec(html)?.[1]

/** The words between <main> and </main>, without marks. */
export const wordsOf = (html: string): string =>
  plain((/<main [^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? '').replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ')

/** The fields that the error summary leads to. */
export const wrongFieldsOn = (html: string): string[] =>
  [...html.matchAll(/<li>\s*<a href="#([^"]+)"/g)].map(([, field = '']) => field)

function attribute(tag: string, name: string): string | undefined {
  const held = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return held === undefined ? undefined : plain(held)
}

const marks: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" }

const plain = (text: string): string =>
  text.replace(/&(lt|gt|quot|amp|#39);/g, (whole, name: string) => marks[name] ?? whole)
