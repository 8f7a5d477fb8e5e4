import { latin, says, viewOf, type Bytes } from '../bytes.ts'
import { boxes, boxOf, type Box } from './boxes.ts'

/** Boxes that say where something was filmed: QuickTime's, 3GPP's, and what some phones add. */
const places = new Set(['\u00a9xyz', 'loci', 'gps ', 'GPS ', 'gsst', 'gstd'])

/**
 * Blanks where a film or a recording was made (MP4, MOV, M4A), in place: no byte moves, so what the file says of its
 * own places still holds. Throws NotWhole.
 */
export function cleanFilm(bytes: Bytes): Bytes {
  blankPlaces(bytes, { body: 0, end: bytes.length })
  return bytes
}

/** Boxes that hold more of them. */
const parents = new Set(['moov', 'trak', 'udta'])

function blankPlaces(bytes: Bytes, within: Pick<Box, 'body' | 'end'>): void {
  for (const box of boxes(bytes, within.body, within.end)) {
    if (places.has(box.type)) blank(bytes, box)
    else if (parents.has(box.type)) blankPlaces(bytes, box)
    // XMP, in QuickTime's box or in one that is named by a UUID.
    else if (box.type === 'XMP_' || box.type === 'uuid') blank(bytes, box)
    else if (box.type === 'meta') blankInMeta(bytes, box)
  }
}

/** A box of the same length that says to skip it, with nothing in it. */
function blank(bytes: Bytes, { at, body, end }: Box): void {
  bytes.set(Buffer.from('free'), at + 4)
  bytes.fill(0, body, end)
}

/** Apple names its facts in a list (`keys`) and gives them in another (`ilst`), by their number. */
function blankInMeta(bytes: Bytes, meta: Box): void {
  // In MP4 a version of four bytes comes first, and in QuickTime it does not.
  const from = says(bytes, 'hdlr', meta.body + 4) ? meta.body : meta.body + 4
  const inside = boxes(bytes, from, meta.end)
  const [keys, list] = [boxOf('keys', inside), boxOf('ilst', inside)]
  const named = keys ? boxes(bytes, keys.body + 8, keys.end) : []
  for (const item of list ? boxes(bytes, list.body, list.end) : []) {
    const number = viewOf(bytes).getUint32(item.at + 4)
    const key = named[number - 1]
    const name = key ? latin(bytes, key.body, key.end) : ''
    if (/location|gps/i.test(name) || places.has(item.type)) blankValue(bytes, item)
  }
}

/** The words of a fact, without the box that they are in. */
function blankValue(bytes: Bytes, item: Box): void {
  for (const { type, body, end } of boxes(bytes, item.body, item.end))
    if (type === 'data') bytes.fill(0x20, body + 8, end)
}
