import { published, rootOf } from './editions.ts'
import { council } from './council.ts'

/**
 * Netlify's `_redirects`, one rule a line: under an edition's root, what is not there is answered in that edition.
 * Elsewhere Netlify takes /404.html.
 */
export const notFoundRules = (): string =>
  published()
    .slice(1)
    .map(({ tag }) => rootOf(council, tag))
    .map((root) => `${root}* ${root}not-found/index.html 404\n`)
    .join('')
