import type { Block } from './blocks.ts'
import { toBraille } from './translate.ts'

/** Cells in a line and lines on a page, as embossers for A4 paper and most displays take them. */
const cells = 40
const lines = 25

/** In which cell the first line and the others start, counted from 0: a paragraph steps in, an item hangs out. */
const starts: Readonly<Record<Block['kind'], readonly [first: number, others: number]>> = {
  title: [0, 0],
  heading: [4, 4],
  paragraph: [2, 0],
  item: [0, 2],
}

/**
 * A braille-ready file (BRF): lines of at most 40 cells in braille ASCII, pages of 25 lines parted by form feeds. The
 * last line of a page holds its number. A heading has an empty line before it and stands with what it is about.
 */
export function braillePages(blocks: readonly Block[]): string {
  const pages: string[][] = [[]]
  const here = () => pages.at(-1)!
  const room = () => lines - 1 - here().length
  const turn = () => pages.push([])

  for (const [at, block] of blocks.entries()) {
    const held = inLines(block)
    const isHeading = block.kind === 'title' || block.kind === 'heading'
    const changes = at > 0 && (isHeading || (block.kind === 'item') !== (blocks[at - 1]!.kind === 'item'))
    if (changes && here().length && room() > 0) here().push('')
    if (isHeading && room() < held.length + 2) turn()
    for (const line of held) {
      if (room() < 1) turn()
      here().push(line)
    }
    if (block.kind === 'title' && room() > 0) here().push('')
  }
  return pages
    .map((page, at) =>
      [...page, ...Array<string>(lines - 1 - page.length).fill(''), numberLine(at + 1)].join('\r\n'),
    )
    .join('\r\n\f')
    .concat('\r\n')
}

/** One block as lines, broken between words. */
function inLines({ kind, text }: Block): string[] {
  const [first, others] = starts[kind]
  const found: string[] = []
  let line = ' '.repeat(first)
  let isEmpty = true
  const next = () => {
    found.push(line)
    line = ' '.repeat(others)
    isEmpty = true
  }
  for (let word of toBraille(text).split(' ').filter(Boolean)) {
    if (!isEmpty && line.length + 1 + word.length > cells) next()
    // Only an address or the like is longer than a line.
    for (; line.length + word.length > cells; word = word.slice(cells - line.length)) {
      line += word.slice(0, cells - line.length)
      next()
    }
    line += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  found.push(line)
  return kind === 'title' ? found.map(centred) : found
}

const centred = (line: string): string => ' '.repeat(Math.floor((cells - line.length) / 2)) + line

const numberLine = (number: number): string => toBraille(String(number)).padStart(cells)
