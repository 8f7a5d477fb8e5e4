import { join, NotWhole, viewOf, type Bytes } from '../bytes.ts'

export const word97 = 'application/msword'

/** A stream of a compound file (MS-CFB): its name, and where it begins. */
interface Stream {
  readonly name: string
  readonly first: number
  readonly size: number
}

const lastSector = 0xfffffffa

/** What a compound file is: a Word 97 document, locked or not, or nothing that is taken. Throws NotWhole. */
export function word97Kind(bytes: Bytes): { type: string } | 'locked' | null {
  const file = compoundFile(bytes)
  const names = file.streams.map(({ name }) => name)
  // A Word document with a password, of today's kind, is packed into a compound file.
  if (names.includes('EncryptedPackage')) return 'locked'
  const document = file.streams.find(({ name }) => name === 'WordDocument')
  if (!document || names.includes('_VBA_PROJECT')) return null
  // Its beginning says what it is, and that it is encrypted (MS-DOC 2.5.2, fEncrypted).
  const head = viewOf(file.beginningOf(document))
  if (head.getUint16(0, true) !== 0xa5ec) return null
  return head.getUint16(10, true) & 0x0100 ? 'locked' : { type: word97 }
}

function compoundFile(bytes: Bytes) {
  const view = viewOf(bytes)
  const size = 1 << view.getUint16(30, true)
  if (size !== 512 && size !== 4096) throw new NotWhole()
  const sector = (number: number): Bytes => {
    const at = (number + 1) * size
    if (number >= lastSector || at + 32 > bytes.length) throw new NotWhole()
    return bytes.subarray(at, Math.min(at + size, bytes.length))
  }
  // The header names the first 109 sectors of the table that says which sector follows which: some 7 MB of file with
  // the smaller sectors. More are named in sectors of their own, one after another.
  const tables: number[] = []
  for (let at = 76; at < 512; at += 4) tables.push(view.getUint32(at, true))
  let more = view.getUint32(68, true)
  for (let turns = 0; more < lastSector && turns < 100; turns += 1) {
    const part = viewOf(sector(more))
    for (let at = 0; at < size - 4; at += 4) tables.push(part.getUint32(at, true))
    more = part.getUint32(size - 4, true)
  }
  const each = size / 4
  const following = (number: number): number => {
    const table = tables[Math.floor(number / each)]
    if (table === undefined) throw new NotWhole()
    return viewOf(sector(table)).getUint32((number % each) * 4, true)
  }
  const chain = (first: number, most: number): Bytes => {
    const parts: Bytes[] = []
    for (let at = first; at < lastSector && parts.length < most; at = following(at)) parts.push(sector(at))
    return join(parts)
  }
  return {
    streams: streamsIn(chain(view.getUint32(48, true), 1000)),
    /** Its first sector. A stream so small that it lies elsewhere is no document. */
    beginningOf: ({ first, size: length }: Stream): Bytes => {
      if (length < 4096) throw new NotWhole()
      return chain(first, 1)
    },
  }
}

/** The entries of the directory, 128 bytes each. */
function streamsIn(directory: Bytes): readonly Stream[] {
  const view = viewOf(directory)
  const found: Stream[] = []
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = view.getUint16(at + 64, true)
    if (length < 2 || length > 64) continue
    const name = Buffer.from(directory.subarray(at, at + length - 2)).toString('utf16le')
    found.push({ name, first: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) })
  }
  return found
}
