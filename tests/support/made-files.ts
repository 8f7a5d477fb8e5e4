import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

/** Files made by the tests: none is kept in the repository, and all of them are about nobody. */
type Bytes = Uint8Array<ArrayBuffer>

/** Text of one byte a character, bytes, or byte values. */
type Piece = string | Uint8Array | readonly number[]

/** Joins what may be text (one byte a character), bytes, or a list of byte values. */
export const joined = (...parts: readonly Piece[]): Bytes =>
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

const u16 = (value: number, little = false): Bytes =>
  new Uint8Array(little ? [value & 255, value >>> 8] : [value >>> 8, value & 255])
const u32le = (value: number): Bytes => u32(value).reverse()

/** Where a made picture was taken, as degrees and minutes: a lighthouse in the sea. */
const [north, west] = [
  [54, 40],
  [5, 51],
]

/**
 * The TIFF part of Exif as a phone writes it: which way up, who made the phone, and a GPS part with a place.
 */
export function exifWithPlace(orientation: number): Bytes {
  const entry = (tag: number, type: number, count: number, value: Uint8Array): Bytes =>
    joined(u16(tag, true), u16(type, true), u32le(count), value, new Uint8Array(4 - value.length))
  const degrees = (of: readonly number[]): Bytes =>
    joined(...[...of, 0].map((value) => joined(u32le(value), u32le(1))))
  const main = 8
  const gps = main + 2 + 3 * 12 + 4
  const values = gps + 2 + 4 * 12 + 4
  return joined(
    'II',
    u16(42, true),
    u32le(main),
    u16(3, true),
    entry(0x010f, 2, 8, u32le(values)),
    entry(0x0112, 3, 1, u16(orientation, true)),
    entry(0x8825, 4, 1, u32le(gps)),
    u32le(0),
    u16(4, true),
    entry(1, 2, 2, joined('N\0')),
    entry(2, 5, 3, u32le(values + 8)),
    entry(3, 2, 2, joined('W\0')),
    entry(4, 5, 3, u32le(values + 32)),
    u32le(0),
    'Lantern\0',
    degrees(north!),
    degrees(west!),
  )
}

/** A segment of a JPEG. */
export const jpegSegment = (marker: number, ...body: readonly Piece[]): Bytes => {
  const bytes = joined(...body)
  return joined([0xff, marker], u16(bytes.length + 2), bytes)
}

/** XMP that says a place. */
export const xmpWithPlace =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>54,40N</exif:GPSLatitude></x:xmpmeta>'

/**
 * What a phone puts into a JPEG, after its first two bytes: Exif and XMP with a place, a caption, a comment. And after
 * its end: a film with a place of its own.
 */
export function asFromAPhone(jpeg: Uint8Array, orientation = 6): Bytes {
  return joined(
    jpeg.subarray(0, 2),
    jpegSegment(0xe1, 'Exif\0\0', exifWithPlace(orientation)),
    jpegSegment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', xmpWithPlace),
    jpegSegment(0xed, 'Photoshop 3.0\0', 'Quay Street'),
    jpegSegment(0xfe, 'Lantern of Northmere'),
    jpeg.subarray(2),
    aFilm(),
  )
}

/** The bones of a JPEG: a table, a frame, a scan with escaped bytes and a restart. It shows nothing. */
export const boneJpeg = (): Bytes =>
  joined(
    [0xff, 0xd8],
    jpegSegment(0xe0, 'JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0]),
    jpegSegment(0xe2, 'ICC_PROFILE\0', [1, 1, 9, 9]),
    jpegSegment(0xdb, [0], new Uint8Array(64).fill(1)),
    jpegSegment(0xc0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
    jpegSegment(0xda, [1, 1, 0, 0, 63, 0]),
    [0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56],
    [0xff, 0xd9],
  )

/** A box of the ISO base media format. */
export const box = (type: string, ...body: readonly Piece[]): Bytes => {
  const bytes = joined(...body)
  return joined(u32(bytes.length + 8), type, bytes)
}

/** Where a film was made, as Apple and others write it (ISO 6709). */
const place = '+54.6667-005.8500/'

/** A film's file, without a film in it, that says in five ways where it was made. */
export const aFilm = (brand = 'isom'): Bytes =>
  joined(
    box('ftyp', brand, u32(0), brand),
    box(
      'moov',
      box('mvhd', new Uint8Array(100)),
      box(
        'trak',
        box('tkhd', new Uint8Array(84)),
        box('udta', box('\u00a9xyz', u16(place.length), u16(0), place)),
      ),
      box('udta', box('\u00a9xyz', u16(place.length), u16(0), place), box('loci', u32(0), place), u32(0)),
      box(
        'meta',
        box('hdlr', new Uint8Array(8), 'mdta', new Uint8Array(13)),
        box(
          'keys',
          u32(0),
          u32(2),
          box('mdta', 'com.apple.quicktime.make'),
          box('mdta', 'com.apple.quicktime.location.ISO6709'),
        ),
        box(
          'ilst',
          joined(u32(8 + 16 + 7), u32(1), box('data', u32(1), u32(0), 'Lantern')),
          joined(u32(8 + 16 + place.length), u32(2), box('data', u32(1), u32(0), place)),
        ),
      ),
    ),
    box('uuid', new Uint8Array(16), xmpWithPlace),
    box('mdat', new Uint8Array(64).fill(7)),
  )

/** A HEIC picture's file, without a picture in it, with Exif and XMP that say a place. */
export function aHeic(): Bytes {
  const exif = joined(u32(6), 'Exif\0\0', exifWithPlace(6))
  const picture = new Uint8Array(32).fill(5)
  const item = (id: number, type: string, more: string): Bytes =>
    box('infe', [2, 0, 0, 0], u16(id), u16(0), type, more)
  const meta = (from: number): Bytes =>
    box(
      'meta',
      u32(0),
      box('hdlr', new Uint8Array(8), 'pict', new Uint8Array(13)),
      box(
        'iinf',
        u32(0),
        u16(3),
        item(1, 'hvc1', '\0'),
        item(2, 'Exif', '\0'),
        item(3, 'mime', '\0application/rdf+xml\0'),
      ),
      box(
        'iloc',
        u32(0),
        [0x44, 0x00],
        u16(3),
        ...[
          [1, from, picture.length],
          [2, from + picture.length, exif.length],
          [3, from + picture.length + exif.length, xmpWithPlace.length],
        ].map(([id, at, length]) => joined(u16(id!), u16(0), u16(1), u32(at!), u32(length!))),
      ),
    )
  const type = box('ftyp', 'heic', u32(0), 'mif1heic')
  const from = type.length + meta(0).length + 8
  return joined(type, meta(from), box('mdat', picture, exif, xmpWithPlace))
}

/** A chunk of a WebP. */
const webpChunk = (type: string, body: Uint8Array): Bytes =>
  joined(type, u32le(body.length), body, new Uint8Array(body.length % 2))

/** A WebP picture's file, without a picture in it, with Exif and XMP that say a place. */
export function aWebp(): Bytes {
  const body = joined(
    'WEBP',
    webpChunk('VP8X', new Uint8Array([0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    webpChunk('VP8L', new Uint8Array([0x2f, 0, 0, 0, 0])),
    webpChunk('EXIF', exifWithPlace(6)),
    webpChunk('XMP ', joined(xmpWithPlace)),
  )
  return joined('RIFF', u32le(body.length), body)
}

/** One part of a zip: its name, what is in it, and how it is told. */
export interface Part {
  readonly name: string
  readonly body: Uint8Array
  /** Deflated; stored where it is false. */
  readonly packed?: boolean
  readonly encrypted?: boolean
}

/** A zip of these parts. What it says of their size may be a lie: `saysSize`. */
export function aZip(parts: readonly Part[], saysSize?: number): Bytes {
  const files: Uint8Array[] = []
  const list: Uint8Array[] = []
  let at = 0
  for (const { name, body, packed = false, encrypted = false } of parts) {
    const data = packed ? new Uint8Array(deflateRawSync(body)) : body
    const told = joined(
      u16(20, true),
      u16(encrypted ? 1 : 0, true),
      u16(packed ? 8 : 0, true),
      u32le(0),
      u32le(crc32(body)),
      u32le(data.length),
      u32le(saysSize ?? body.length),
      u16(name.length, true),
      u16(0, true),
    )
    const file = joined('PK\x03\x04', told, name, data)
    list.push(joined('PK\x01\x02', u16(20, true), told, new Uint8Array(10), u32le(at), name))
    files.push(file)
    at += file.length
  }
  const directory = joined(...list)
  return joined(
    ...files,
    directory,
    'PK\x05\x06',
    u32le(0),
    u16(parts.length, true),
    u16(parts.length, true),
    u32le(directory.length),
    u32le(at),
    u16(0, true),
  )
}

const wordTypes =
  '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'

/** A Word document with these parts beside those that every one has. */
export const aDocx = (...more: readonly Part[]): Bytes =>
  aZip([
    { name: '[Content_Types].xml', body: joined(wordTypes), packed: true },
    { name: 'word/document.xml', body: joined('<w:document/>'), packed: true },
    ...more,
  ])

/** An OpenDocument text; `manifest` says what is in it. */
export const anOdt = (manifest = '<manifest:manifest/>'): Bytes =>
  aZip([
    { name: 'mimetype', body: joined('application/vnd.oasis.opendocument.text') },
    { name: 'META-INF/manifest.xml', body: joined(manifest), packed: true },
    { name: 'content.xml', body: joined('<office:document-content/>'), packed: true },
  ])

/** A compound file (MS-CFB) with these streams, each of one sector at least; `head` is how the first one begins. */
export function aCompoundFile(streams: readonly string[], head: readonly number[] = []): Bytes {
  const [free, end] = [0xffffffff, 0xfffffffe]
  const header = joined(
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    new Uint8Array(16),
    u16(0x3e, true),
    u16(3, true),
    u16(0xfffe, true),
    u16(9, true),
    u16(6, true),
    new Uint8Array(10),
    u32le(1),
    u32le(1),
    u32le(0),
    u32le(4096),
    u32le(end),
    u32le(0),
    u32le(end),
    u32le(0),
    u32le(0),
    ...Array.from({ length: 108 }, () => u32le(free)),
  )
  const entry = (name: string, type: number, first: number, size: number): Bytes =>
    joined(
      Buffer.concat([Buffer.from(name, 'utf16le'), Buffer.alloc(64)]).subarray(0, 64),
      u16(name.length * 2 + 2, true),
      [type, 1],
      new Uint8Array(48),
      u32le(first),
      u32le(size),
      u32le(0),
    )
  const entries = [entry('Root Entry', 5, end, 0), ...streams.map((name) => entry(name, 2, 2, 4096))]
  const directory = joined(...entries, new Uint8Array(512)).subarray(0, 512)
  const table = joined(
    u32le(0xfffffffd),
    u32le(end),
    u32le(end),
    ...Array.from({ length: 125 }, () => u32le(free)),
  )
  return joined(header, table, directory, new Uint8Array([...head, ...new Uint8Array(512 - head.length)]))
}

/** How a Word 97 document begins, locked with a password or not. */
export const word97Head = (locked: boolean): readonly number[] => [
  0xec,
  0xa5,
  0xc1,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  locked ? 1 : 0,
]

/** A PDF of one empty page; `trailer` and `more` go where they belong. */
export const aPdf = (trailer = '', more = ''): Bytes =>
  joined(
    '%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n',
    '3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>\nendobj\n',
    more,
    `trailer\n<</Root 1 0 R/Size 5 ${trailer}>>\nstartxref\n0\n%%EOF\n`,
  )
