import { describe, expect, it } from 'vitest'
import { council } from '../../src/council/council.ts'
import { latin } from '../../src/files/bytes.ts'
import { lookAt } from '../../src/files/look-at.ts'
import { hasGps, orientationOf } from '../../src/files/where-taken/exif.ts'
import {
  aFilm,
  aHeic,
  aPng,
  asFromAPhone,
  aWebp,
  boneJpeg,
  exifWithPlace,
  joined,
  pngChunk,
} from '../support/made-files.ts'

const limits = { mostBytes: 10_000_000, types: council.files.types }

/** The file as it is kept. */
async function kept(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const looked = await lookAt(new Uint8Array(bytes), limits)
  if ('refused' in looked) throw new Error(looked.refused)
  return looked.bytes
}

/** Every way in which the made files say a place, or who was there. */
const places = [
  exifWithPlace(6).subarray(-48),
  joined('+54.6667'),
  joined('GPSLatitude'),
  joined('Lantern of'),
  joined('Quay Street'),
]
const told = (bytes: Uint8Array) => places.filter((place) => latin(bytes).includes(latin(place))).length

const files = {
  JPEG: asFromAPhone(boneJpeg()),
  PNG: aPng(pngChunk('eXIf', exifWithPlace(6)), pngChunk('tEXt', joined('Comment\0Quay Street'))),
  WebP: aWebp(),
  HEIC: aHeic(),
  MP4: aFilm(),
  QuickTime: aFilm('qt  '),
  M4A: aFilm('M4A '),
}

describe('where something was photographed or filmed is taken out', () => {
  it.each(Object.entries(files))('of a %s', async (_, file) => {
    expect(told(file)).toBeGreaterThan(0)
    expect(told(await kept(file))).toBe(0)
  })

  it('with all that stands after the end of a picture', async () => {
    for (const file of [asFromAPhone(boneJpeg()), joined(aPng(), aFilm()), joined(aWebp(), aFilm())])
      expect(latin(await kept(file))).not.toContain('moov')
  })
})

describe('a picture still stands upright', () => {
  it.each([
    ['JPEG', 'Exif\0\0', 6],
    ['PNG', 'eXIf', 4],
    ['WebP', 'EXIF', 8],
    ['HEIC', 'Exif\0\0', 6],
  ] as const)('a %s', async (name, mark, skip) => {
    const clean = await kept(files[name])
    const at = latin(clean).lastIndexOf(mark)
    const exif = clean.subarray(at + skip)
    expect(orientationOf(exif)).toBe(6)
    expect(hasGps(exif)).toBe(false)
    expect(hasGps(exifWithPlace(6))).toBe(true)
  })

  it('and one that lies as it should says nothing of it', async () => {
    expect(latin(await kept(asFromAPhone(boneJpeg(), 1)))).not.toContain('Exif')
  })
})

describe('what is shown is left as it was', () => {
  it('byte for byte in a picture without a place', async () => {
    for (const file of [boneJpeg(), aPng()]) expect(await kept(file)).toEqual(file)
  })

  it('byte for byte around a place in a file whose parts must not move', async () => {
    for (const file of [aHeic(), aFilm()]) expect((await kept(file)).length).toBe(file.length)
    expect(latin(await kept(aFilm()))).toContain('\x07'.repeat(64))
    expect(latin(await kept(aHeic()))).toContain('\x05'.repeat(32))
    // The make of a phone is no place.
    expect(latin(await kept(aFilm()))).toContain('Lantern')
  })
})
