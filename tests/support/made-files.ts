import { crc32, deflateSync } from 'node:zlib'

/** Files made by the tests: none is kept in the repository, and all of them are about nobody. */
type Bytes = Uint8Array<ArrayBuffer>

/** Joins what may be text (one byte a character), bytes, or a list of byte values. */
export const joined = (...parts: readonly (string | Uint8Array | readonly number[])[]): Bytes =>
  new Uint8Array(
    Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
    ),
  )

export const u32 = (value: number): Bytes =>
  new Uint8Array([value >>> 24, value >>> 16, value >>> 8, value].map((byte) => byte & 255))

/** One chunk of a PNG. */
export function pngChunk(type: string, data: Uint8Array): Bytes {
  const body = joined(type, data)
  return joined(u32(data.length), body, u32(crc32(body)))
}

/** A picture of one grey dot, with more chunks before its end where they are given. */
export function aPng(...more: readonly Uint8Array[]): Bytes {
  const header = joined(u32(1), u32(1), [8, 0, 0, 0, 0])
  return joined(
    [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10],
    pngChunk('IHDR', header),
    ...more,
    pngChunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    pngChunk('IEND', new Uint8Array()),
  )
}
