import json from '../../content/pictures.json' with { type: 'json' }
import type { Idea, Pictures } from './schema.ts'

/** Which picture stands for which idea. Taken as it stands: the build checks the file first (check.ts). */
export const pictures = json as Pictures

/**
 * True for an edition in Easy Read, in whatever language: pictures go with it, and larger text. `simple` is BCP 47's
 * registered variant for simplified text.
 */
export const isEasyRead = (tag: string): boolean => /-simple\b/.test(tag)

/** What a picture's file is called: all that it is made from, so that a copy may be kept for good. */
export const fileOf = ({ symbol, beside }: Idea): string => (beside ? `${symbol}_${beside}` : symbol)

/** Where the set's files lie on the site. Its version is in the address, for the same reason. */
export const folderOf = ({ set }: Pictures): string => `${set.name}-${set.version}`

/** The address of the picture for an idea. Throws, naming the idea, where content/pictures.json has not got it. */
export function pictureAt(idea: string, among: Pictures = pictures): string {
  const found = among.ideas[idea]
  if (!found)
    throw new Error(
      `A page names the picture "${idea}", which content/pictures.json has not: add it under ideas, or choose one of ${Object.keys(among.ideas).join(', ')}.`,
    )
  return `/pictures/${folderOf(among)}/${fileOf(found)}.svg`
}
