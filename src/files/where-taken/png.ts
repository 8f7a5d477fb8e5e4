import { crc32 } from 'node:zlib'
import { join, latin, NotWhole, viewOf, type Bytes } from '../bytes.ts'
import { onlyOrientation, orientationOf } from './exif.ts'

/** What a picture or its colours need (PNG, third edition). Text, times and Exif are not among them. */
const kept = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(
    ' ',
  ),
)

/** A PNG with what shows the picture and nothing else, and nothing after its end. Throws NotWhole. */
export function cleanPng(bytes: Bytes): Bytes {
  const view = viewOf(bytes)
  const parts: Uint8Array[] = [bytes.subarray(0, 8)]
  let orientation = 1
  for (let at = 8; ;) {
    const type = latin(bytes, at + 4, at + 8)
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) throw new NotWhole()
    if (type === 'eXIf') orientation = orientationOf(bytes.subarray(at + 8, end - 4))
    if (type === 'IDAT' && orientation !== 1) {
      parts.push(exifChunk(orientation))
      orientation = 1
    }
    if (kept.has(type)) parts.push(bytes.subarray(at, end))
    if (type === 'IEND') return join(parts)
    at = end
  }
}

function exifChunk(orientation: number): Bytes {
  const body = join([Buffer.from('eXIf'), onlyOrientation(orientation)])
  const [length, check] = [new Uint8Array(4), new Uint8Array(4)]
  viewOf(length).setUint32(0, body.length - 4)
  viewOf(check).setUint32(0, crc32(body))
  return join([length, body, check])
}
