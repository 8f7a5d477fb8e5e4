import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { blocksOf } from './blocks.ts'
import { braillePages } from './pages.ts'

/** The pages that are in it: on paper no link leads from one to the next, so the ways to get in touch are there too. */
const pages = ['how-to-complain', 'contact'] as const

/** Where it lies in the built site. */
export const brailleFile = 'formats/how-to-complain.brf'

/** Writes how to complain as a braille-ready file, from the English pages as they were built into `dist`. */
export function writeBraille(dist: string): void {
  const all = pages.flatMap((page) => blocksOf(readFileSync(join(dist, page, 'index.html'), 'utf8')))
  // What both pages say, such as whom to ring in danger, is there once: braille is bulky (DOMAIN 7.3).
  const blocks = all.filter(({ text }, at) => all.findIndex((block) => block.text === text) === at)
  const file = join(dist, brailleFile)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, braillePages(blocks), 'ascii')
}
