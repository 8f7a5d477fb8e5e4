/** The bytes of a file, whole. */
export type Bytes = Uint8Array<ArrayBuffer>

/** A file whose own structure does not hold. Says nothing of what is in it. */
export class NotWhole extends Error {
  override name = 'NotWhole'
}

/** Text of one byte a character, such as the names of parts. */
export const latin = (bytes: Uint8Array, from = 0, to = bytes.length): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to)

/** True where the file says this at that place. */
export const says = (bytes: Uint8Array, text: string, at = 0): boolean =>
  latin(bytes, at, at + text.length) === text

/** Numbers at places in a file. A place outside it throws a RangeError: see `wholeOrNull`. */
export const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength)

export const join = (parts: readonly Uint8Array[]): Bytes => new Uint8Array(Buffer.concat(parts))

/** What `work` gives; null where the file's structure does not hold. */
export function wholeOrNull<Value>(work: () => Value): Value | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof NotWhole || error instanceof RangeError) return null
    throw error
  }
}
