import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The part of liblouis's C interface that is used, as its build for JavaScript gives it. */
interface Liblouis {
  readonly FS: {
    mkdir(folder: string): void
    createDataFile(
      folder: string,
      name: string,
      data: Uint8Array,
      read: boolean,
      write: boolean,
      own: boolean,
    ): void
  }
  ccall(name: string, gives: 'number', takes: readonly string[], given: readonly unknown[]): number
  _malloc(bytes: number): number
  _free(pointer: number): void
  stringToUTF16(text: string, pointer: number, bytes: number): void
  getValue(pointer: number, type: 'i16' | 'i32'): number
  setValue(pointer: number, value: number, type: 'i32'): void
}

const require = createRequire(import.meta.url)

/** Contracted Unified English Braille, written in the characters that embossers and displays take. */
const tables = '/tables/en-us-brf.dis,/tables/en-ueb-g2.ctb'

let loaded: Liblouis | undefined

/** Loads liblouis once; its tables are read from its package. */
function liblouis(): Liblouis {
  if (loaded) return loaded
  const module = require('liblouis-build') as Liblouis
  const folder = join(dirname(require.resolve('liblouis-build')), 'tables')
  module.FS.mkdir('/tables')
  for (const name of readdirSync(folder).filter((each) =>
    /^(en-ueb-|en-us-brf|braille-patterns|latinLetterDef|lo\w+Digits|litdigits)/i.test(each),
  ))
    module.FS.createDataFile('/tables', name, readFileSync(join(folder, name)), true, false, false)
  return (loaded = module)
}

/**
 * English text as contracted Unified English Braille, in braille ASCII: one character a cell, spaces between words.
 * Throws where liblouis cannot translate it.
 */
export function toBraille(text: string): string {
  const { ccall, _malloc, _free, stringToUTF16, getValue, setValue } = liblouis()
  // A character of two halves, or one with no contraction, can take several cells.
  const room = text.length * 8 + 16
  const [from, to, lengths] = [_malloc((text.length + 1) * 2), _malloc(room * 2), _malloc(8)]
  try {
    stringToUTF16(text, from, (text.length + 1) * 2)
    setValue(lengths, text.length, 'i32')
    setValue(lengths + 4, room, 'i32')
    const types = ['string', ...Array.from({ length: 7 }, () => 'number')]
    const done = ccall('lou_translateString', 'number', types, [
      tables,
      from,
      lengths,
      to,
      lengths + 4,
      0,
      0,
      0,
    ])
    if (!done || getValue(lengths, 'i32') < text.length)
      throw new Error('liblouis did not translate a text whole.')
    const cells = Array.from({ length: getValue(lengths + 4, 'i32') }, (_, i) => getValue(to + 2 * i, 'i16'))
    return String.fromCharCode(...cells.map((cell) => cell & 0xffff))
  } finally {
    for (const pointer of [from, to, lengths]) _free(pointer)
  }
}
