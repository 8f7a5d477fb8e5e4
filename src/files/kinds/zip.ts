import { createInflateRaw } from 'node:zlib'
import { latin, NotWhole, viewOf, type Bytes } from '../bytes.ts'

/** A part of a zip file, as its list at the end says. */
export interface ZipPart {
  readonly name: string
  readonly encrypted: boolean
  /** 0 for stored, 8 for deflated; others are not used by Office. */
  readonly method: number
  readonly packed: Bytes
}

/** The most parts, and the most bytes of all of them unpacked: far more than a letter of 10 MB has. */
const mostParts = 5000
export const mostUnpacked = 150_000_000

/** Where the list's own end is: 22 bytes and a comment of up to 65,535 (APPNOTE 4.3.16). */
function endOfList(bytes: Bytes): number | null {
  const view = viewOf(bytes)
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - 22 - 65_535; at -= 1)
    if (view.getUint32(at, true) === 0x06054b50 && at + 22 + view.getUint16(at + 20, true) === bytes.length)
      return at
  return null
}

/** True for a file that ends as a zip does, whatever it begins with. */
export const endsAsZip = (bytes: Bytes): boolean => endOfList(bytes) !== null

/** The parts of a zip file, still packed. Throws NotWhole, also for one of more parts than any document has. */
export function zipParts(bytes: Bytes): readonly ZipPart[] {
  const end = endOfList(bytes)
  if (end === null) throw new NotWhole()
  const view = viewOf(bytes)
  const many = view.getUint16(end + 10, true)
  if (many > mostParts) throw new NotWhole()
  const parts: ZipPart[] = []
  let at = view.getUint32(end + 16, true)
  for (let part = 0; part < many; part += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new NotWhole()
    const size = view.getUint32(at + 20, true)
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ]
    const local = view.getUint32(at + 42, true)
    if (view.getUint32(local, true) !== 0x04034b50) throw new NotWhole()
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    if (from + size > bytes.length) throw new NotWhole()
    parts.push({
      name: latin(bytes, at + 46, at + 46 + nameLength),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: bytes.subarray(from, from + size),
    })
    at += 46 + nameLength + extra + comment
  }
  return parts
}

/**
 * Unpacks a part and hands it on piece by piece, counting: what a zip says of its own size is not believed. Gives how
 * long it was; throws NotWhole where it is longer than `most`, or cannot be unpacked.
 */
export async function unpack(
  { method, packed }: ZipPart,
  most: number,
  take: (piece: Uint8Array) => void = () => {},
): Promise<number> {
  if (method === 0) {
    take(packed)
    return packed.length
  }
  if (method !== 8) throw new NotWhole()
  const inflate = createInflateRaw()
  let length = 0
  try {
    inflate.end(packed)
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      length += piece.length
      if (length > most) throw new NotWhole()
      take(piece)
    }
  } catch {
    throw new NotWhole()
  } finally {
    inflate.destroy()
  }
  return length
}

/** The beginning of a part as text of one byte a character. Throws as unpack does. */
export async function beginningOf(part: ZipPart, most = 1_000_000): Promise<string> {
  const pieces: Uint8Array[] = []
  let length = 0
  await unpack(part, mostUnpacked, (piece) => {
    if (length < most) pieces.push(piece)
    length += piece.length
  })
  return Buffer.concat(pieces).toString('latin1', 0, most)
}
