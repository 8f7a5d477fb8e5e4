import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'

/**
 * Puts a title and a main part into a page that Astro built: the layout stays in one place.
 *
 * The page has `<title>`, `<main …>` and `</main>` once each (src/layouts/page.astro); throws where it has not.
 */
export function fillPage(built: string, title: string, main: VNode): string {
  const [beforeTitle, , afterTitle] = cut(built, /<title>/, /<\/title>/)
  const [beforeMain, , afterMain] = cut(afterTitle, /<main [^>]*>/, /<\/main>/)
  return `${beforeTitle}${render(<>{title}</>)}${beforeMain}${render(main)}${afterMain}`
}

/** The text up to and with the first mark, between the marks, and from the second on. */
function cut(text: string, from: RegExp, to: RegExp): readonly [string, string, string] {
  const start = from.exec(text)
  const end = to.exec(text)
  if (!start || !end || end.index < start.index)
    throw new Error('A built page lacks its title or its main part.')
  const after = start.index + start[0].length
  return [text.slice(0, after), text.slice(after, end.index), text.slice(end.index)]
}
