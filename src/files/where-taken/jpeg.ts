import { join, latin, NotWhole, says, viewOf, type Bytes } from '../bytes.ts'
import { onlyOrientation, orientationOf } from './exif.ts'

const startOfScan = 0xda
const endOfImage = 0xd9

/**
 * A JPEG with what shows the picture and nothing else: no Exif, XMP, IPTC, comment or maker's part, and nothing after
 * its end, where phones put a film or a second picture with a place of its own. Which way up it is, is kept.
 * Throws NotWhole.
 */
export function cleanJpeg(bytes: Bytes): Bytes {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let orientation = 1
  let at = 2
  let seen = false
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) throw new NotWhole()
    const marker = bytes[at + 1]
    if (marker === undefined) break
    // A marker may be led by more of the same byte.
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === endOfImage) break
    const end = at + 2 + viewOf(bytes).getUint16(at + 2)
    if (end > bytes.length || end < at + 4) throw new NotWhole()
    const segment = bytes.subarray(at, end)
    if (marker === 0xe1 && says(segment, 'Exif\0\0', 4)) orientation = orientationOf(segment.subarray(10))
    if (isKept(marker, segment)) kept.push(segment)
    at = end
    if (marker !== startOfScan) continue
    seen = true
    const next = endOfScan(bytes, at)
    kept.push(bytes.subarray(at, next))
    at = next
  }
  if (!seen) throw new NotWhole()
  if (orientation !== 1) kept.splice(1, 0, exifSegment(orientation))
  return join([...kept, new Uint8Array([0xff, endOfImage])])
}

/** Of the parts that programs add, only those that colours need are kept. */
function isKept(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xfe) return false
  if (marker < 0xe0 || marker > 0xef) return true
  const name = latin(segment, 4, 16)
  return (
    (marker === 0xe0 && name.startsWith('JFIF\0')) ||
    (marker === 0xe2 && name.startsWith('ICC_PROFILE\0')) ||
    (marker === 0xee && name.startsWith('Adobe'))
  )
}

/** Where the picture's own data ends: at the next marker that is no restart (D0 to D7) and no escaped byte (00). */
function endOfScan(bytes: Bytes, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next === undefined) break
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

function exifSegment(orientation: number): Bytes {
  const body = join([Buffer.from('Exif\0\0', 'latin1'), onlyOrientation(orientation)])
  return join([new Uint8Array([0xff, 0xe1, 0, body.length + 2]), body])
}
