import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Idea } from './schema.ts'

const require = createRequire(`${process.cwd()}/package.json`)

/** The folder of the installed set, and its version. */
export const installed = (name: string): { folder: string; version: string } => {
  const file = require.resolve(`${name}/package.json`)
  return { folder: dirname(file), version: (require(file) as { version: string }).version }
}

const fileOfSymbol = (set: string, symbol: string): string =>
  join(installed(set).folder, 'color/svg', `${symbol}.svg`)

/** True where the installed set has a symbol of this name. */
export const hasSymbol = (set: string, symbol: string): boolean => existsSync(fileOfSymbol(set, symbol))

/**
 * The picture of one idea as SVG, without a word in it: one symbol of the set, or two put together. The set's own
 * margins are cut down: rows keep them apart.
 */
export function drawingOf(set: string, { symbol, beside }: Idea): string {
  const first = shapesOf(set, symbol)
  if (!beside) return svg('3 3 66 66', first)
  const large = placed(first, '0 16 56 56')
  return svg('0 0 72 72', large + placed(shapesOf(set, beside), '34 0 38 38'))
}

const svg = (viewBox: string, shapes: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}">${shapes}</svg>\n`

function placed(shapes: string, box: string): string {
  const [x, y, width, height] = box.split(' ')
  return `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="3 3 66 66">${shapes}</svg>`
}

/** What stands between <svg> and </svg>, without the names that two symbols would share. */
const shapesOf = (set: string, symbol: string): string =>
  readFileSync(fileOfSymbol(set, symbol), 'utf8')
    .replace(/^.*?<svg[^>]*>|<\/svg>\s*$/gs, '')
    .replace(/\s(?:id|data-[a-z]+)="[^"]*"/g, '')
    .replace(/<g\s*\/>|<g>\s*<\/g>/g, '')
    .replace(/\s*\n\s*/g, '')
