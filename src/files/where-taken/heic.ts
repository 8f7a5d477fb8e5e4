import { latin, NotWhole, viewOf, type Bytes } from '../bytes.ts'
import { boxes, boxOf, type Box } from './boxes.ts'
import { blankAllButOrientation } from './exif.ts'

/**
 * Blanks what a HEIC picture says of itself (Exif but for which way up it is, and XMP), in place (ISO/IEC 23008-12,
 * 14496-12): no byte moves. How the picture is turned for showing is not part of that, and stays. Throws NotWhole.
 */
export function cleanHeic(bytes: Bytes): Bytes {
  const meta = boxOf('meta', boxes(bytes))
  if (!meta) throw new NotWhole()
  const inside = boxes(bytes, meta.body + 4, meta.end)
  const [info, location] = [boxOf('iinf', inside), boxOf('iloc', inside)]
  if (!info || !location) throw new NotWhole()
  const facts = itemsOf(bytes, info).filter(({ type }) => type === 'Exif' || type === 'mime')
  const where = extentsOf(bytes, location, boxOf('idat', inside))
  for (const { id, type } of facts)
    for (const [from, to] of where.get(id) ?? []) {
      if (to > bytes.length) throw new NotWhole()
      const part = bytes.subarray(from, to)
      if (type === 'mime') part.fill(0x20)
      else blankExif(part)
    }
  return bytes
}

/** Four bytes say how far on the TIFF part begins. */
function blankExif(part: Uint8Array): void {
  const tiff = 4 + (part.length >= 4 ? viewOf(part).getUint32(0) : 0)
  if (tiff > part.length) part.fill(0)
  else blankAllButOrientation(part.subarray(tiff))
}

/** The items of a picture: their ids and types. */
function itemsOf(bytes: Bytes, info: Box): readonly { id: number; type: string }[] {
  const view = viewOf(bytes)
  const head = view.getUint8(info.body) === 0 ? 6 : 8
  return boxes(bytes, info.body + head, info.end).flatMap(({ type, body }) => {
    const version = view.getUint8(body)
    if (type !== 'infe' || version < 2) return []
    const wide = version === 2 ? 2 : 4
    const id = wide === 2 ? view.getUint16(body + 4) : view.getUint32(body + 4)
    return [{ id, type: latin(bytes, body + 4 + wide + 2, body + 4 + wide + 6) }]
  })
}

/** Where the bytes of each item lie: by its id, from and up to which place of the file. */
function extentsOf(
  bytes: Bytes,
  box: Box,
  data: Box | undefined,
): ReadonlyMap<number, (readonly [number, number])[]> {
  const view = viewOf(bytes)
  const version = view.getUint8(box.body)
  let at = box.body + 4
  const number = (wide: number): number => {
    at += wide
    if (wide === 0) return 0
    if (wide === 8) return Number(view.getBigUint64(at - 8))
    return wide === 4 ? view.getUint32(at - 4) : wide === 2 ? view.getUint16(at - 2) : view.getUint8(at - 1)
  }
  const sizes = number(2)
  const [offset, length, base, index] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15, sizes & 15]
  const found = new Map<number, (readonly [number, number])[]>()
  const many = number(version < 2 ? 2 : 4)
  for (let item = 0; item < many; item += 1) {
    const id = number(version < 2 ? 2 : 4)
    const inData = version > 0 && (number(2) & 15) === 1
    number(2)
    const start = number(base) + (inData ? (data?.body ?? Infinity) : 0)
    const extents = number(2)
    const list: (readonly [number, number])[] = []
    for (let extent = 0; extent < extents; extent += 1) {
      if (version > 0) number(index)
      const from = start + number(offset)
      list.push([from, from + number(length)])
    }
    found.set(id, list)
  }
  return found
}
