import { join, latin, NotWhole, says, viewOf, type Bytes } from '../bytes.ts'
import { onlyOrientation, orientationOf } from './exif.ts'

const kept = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])

/** The flags of VP8X that say there is Exif, and XMP. */
const [exifFlag, xmpFlag] = [0x08, 0x04]

/** A WebP with what shows the picture and nothing else, and nothing after its end. Throws NotWhole. */
export function cleanWebp(bytes: Bytes): Bytes {
  const view = viewOf(bytes)
  const end = 8 + view.getUint32(4, true)
  if (end > bytes.length || !says(bytes, 'WEBP', 8)) throw new NotWhole()
  const parts: Uint8Array[] = []
  let header: Uint8Array | undefined
  let orientation = 1
  for (let at = 12; at + 8 <= end;) {
    const type = latin(bytes, at, at + 4)
    const size = view.getUint32(at + 4, true)
    const next = at + 8 + size + (size % 2)
    if (next > end + 1) throw new NotWhole()
    if (type === 'EXIF') orientation = orientationIn(bytes.subarray(at + 8, at + 8 + size))
    const part = new Uint8Array(bytes.subarray(at, Math.min(next, end)))
    if (type === 'VP8X') header = part
    if (kept.has(type)) parts.push(part)
    at = next
  }
  if (!parts.length) throw new NotWhole()
  if (header) header[8] = header[8]! & ~(exifFlag | xmpFlag)
  if (header && orientation !== 1) {
    header[8] = header[8]! | exifFlag
    parts.push(chunk('EXIF', onlyOrientation(orientation)))
  }
  const body = join([Buffer.from('WEBP'), ...parts])
  return chunk('RIFF', body)
}

/** Some programs begin it as a JPEG would. */
const orientationIn = (exif: Uint8Array): number =>
  orientationOf(says(exif, 'Exif\0\0') ? exif.subarray(6) : exif)

function chunk(type: string, body: Uint8Array): Bytes {
  const head = new Uint8Array(8)
  head.set(Buffer.from(type, 'latin1'))
  viewOf(head).setUint32(4, body.length, true)
  return join([head, body, new Uint8Array(body.length % 2)])
}
