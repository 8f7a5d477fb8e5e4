import { latin, NotWhole, viewOf, type Bytes } from '../bytes.ts'

/** A box of the ISO base media format (HEIC, MP4, QuickTime): its type, and where it and what is in it begin and end. */
export interface Box {
  readonly type: string
  readonly at: number
  readonly body: number
  readonly end: number
}

/** The boxes between two places of a file, in order. Throws NotWhole where one reaches past the end. */
export function boxes(bytes: Bytes, from = 0, to = bytes.length): readonly Box[] {
  const view = viewOf(bytes)
  const found: Box[] = []
  for (let at = from; at + 8 <= to;) {
    const short = view.getUint32(at)
    const long = short === 1
    // 0: it goes on to the end.
    const size = long ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short
    const body = at + (long ? 16 : 8)
    const end = at + size
    // QuickTime ends a list with four zero bytes.
    if (short === 0 && to - at < 12) break
    if (end < body || end > to) throw new NotWhole()
    found.push({ type: latin(bytes, at + 4, at + 8), at, body, end })
    at = end
  }
  return found
}

/** The first box of a type. */
export const boxOf = (type: string, among: readonly Box[]): Box | undefined =>
  among.find((box) => box.type === type)
