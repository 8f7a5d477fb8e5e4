import { latin, viewOf, type Bytes } from '../bytes.ts'

/** Exif's tags (CIPA DC-008): which way up a picture is, and where its GPS part lies. */
const orientationTag = 0x0112
const gpsTag = 0x8825

/** How many bytes one value of each of Exif's types takes. */
const widths: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4,
  12: 8,
  13: 4,
}

interface Entry {
  readonly tag: number
  /** Where the entry of 12 bytes begins. */
  readonly at: number
  readonly type: number
  readonly count: number
}

interface Directory {
  readonly entries: readonly Entry[]
  readonly view: DataView
  readonly little: boolean
}

/** The entries of a directory of Exif; null where there is none that can be read. */
function directoryAt(tiff: Uint8Array, offset?: number): Directory | null {
  const order = latin(tiff, 0, 2)
  if ((order !== 'II' && order !== 'MM') || tiff.length < 14) return null
  const view = viewOf(tiff)
  const little = order === 'II'
  const at = offset ?? view.getUint32(4, little)
  if (at + 2 > tiff.length) return null
  const count = view.getUint16(at, little)
  const entries: Entry[] = []
  for (let entry = at + 2; entries.length < count && entry + 12 <= tiff.length; entry += 12)
    entries.push({
      tag: view.getUint16(entry, little),
      at: entry,
      type: view.getUint16(entry + 2, little),
      count: view.getUint32(entry + 4, little),
    })
  return { entries, view, little }
}

/** Which way up a picture is to be shown, 1 to 8; 1, as it lies, where Exif (its TIFF part) does not say. */
export function orientationOf(tiff: Uint8Array): number {
  const directory = directoryAt(tiff)
  const entry = directory?.entries.find(({ tag, type }) => tag === orientationTag && type === 3)
  const said = entry ? directory!.view.getUint16(entry.at + 8, directory!.little) : 1
  return said >= 1 && said <= 8 ? said : 1
}

/** Exif that says which way up a picture is, and nothing else. */
export function onlyOrientation(orientation: number): Bytes {
  const tiff = new Uint8Array(26)
  const view = viewOf(tiff)
  tiff.set([0x4d, 0x4d, 0, 42])
  view.setUint32(4, 8)
  view.setUint16(8, 1)
  view.setUint16(10, orientationTag)
  view.setUint16(12, 3)
  view.setUint32(14, 1)
  view.setUint16(18, orientation)
  return tiff
}

/**
 * Blanks all that Exif (its TIFF part) holds but the first directory's orientation, in place, so that nothing moves.
 * What cannot be read as Exif is blanked whole.
 */
export function blankAllButOrientation(tiff: Uint8Array): void {
  const orientation = orientationOf(tiff)
  tiff.fill(0)
  if (tiff.length >= 26) tiff.set(onlyOrientation(orientation))
}

/** True where Exif (its TIFF part) has a GPS part: for tests, which must see that it is there and then is not. */
export const hasGps = (tiff: Uint8Array): boolean =>
  directoryAt(tiff)?.entries.some(({ tag, type }) => tag === gpsTag && type in widths) ?? false
