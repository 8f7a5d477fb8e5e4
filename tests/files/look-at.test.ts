import { describe, expect, it } from 'vitest'
import { council } from '../../src/council/council.ts'
import { lookAt, type Limits } from '../../src/files/look-at.ts'
import {
  aCompoundFile,
  aDocx,
  aFilm,
  aHeic,
  anOdt,
  aPdf,
  aPng,
  aWebp,
  aZip,
  boneJpeg,
  box,
  joined,
  u32,
  word97Head,
} from '../support/made-files.ts'

const limits: Limits = { mostBytes: 10_000_000, types: council.files.types }
const look = async (bytes: Uint8Array<ArrayBuffer>, given = limits) => {
  const looked = await lookAt(bytes, given)
  return 'refused' in looked ? looked.refused : looked.type
}
const text = (words: string) => new Uint8Array(Buffer.from(words))
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

describe('a file is what its bytes say', () => {
  it.each([
    ['a JPEG', boneJpeg(), 'image/jpeg'],
    ['a PNG', aPng(), 'image/png'],
    ['a WebP', aWebp(), 'image/webp'],
    ['a HEIC', aHeic(), 'image/heic'],
    ['a GIF', joined('GIF89a', new Uint8Array(20)), 'image/gif'],
    ['a PDF', aPdf(), 'application/pdf'],
    ['a Word document', aDocx(), word],
    ['a Word document of 1997', aCompoundFile(['WordDocument'], word97Head(false)), 'application/msword'],
    ['an OpenDocument text', anOdt(), 'application/vnd.oasis.opendocument.text'],
    ['an MP4 film', aFilm(), 'video/mp4'],
    ['a QuickTime film', aFilm('qt  '), 'video/quicktime'],
    ['an M4A recording', aFilm('M4A '), 'audio/mp4'],
    ['a WAV recording', joined('RIFF', [40, 0, 0, 0], 'WAVEfmt ', new Uint8Array(40)), 'audio/wav'],
    ['text', text('The bin was not emptied.\r\nNo one came. Ünïcödé: ڈاک'), 'text/plain'],
    ['text as Windows wrote it', joined('Caf\xe9, 3 weeks \x96 no answer'), 'text/plain'],
    ['text in UTF-16', joined([0xff, 0xfe], Buffer.from('No answer', 'utf16le')), 'text/plain'],
  ])('%s', async (_, bytes, type) => {
    expect(await look(bytes)).toBe(type)
  })

  it('and text is kept in one way of writing, whatever it came in', async () => {
    expect(await lookAt(joined('Caf\xe9'), limits)).toEqual({ type: 'text/plain', bytes: text('Café') })
  })
})

describe('what is no file of a kind that is taken is refused', () => {
  it.each([
    ['a program that is called a picture', joined('MZ\x90\0\x03', new Uint8Array(200))],
    ['a program of Linux', joined('\x7fELF', new Uint8Array(200))],
    ['bytes that are nothing', joined([0, 1, 2, 3, 4, 5, 6, 7])],
    ['a script', text('#!/bin/sh\nrm -rf /')],
    ['a web page', text('<!DOCTYPE html><script>alert(1)</script>')],
    ['a drawing that can hold a script', text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['rich text', text('{\\rtf1 hello}')],
    ['a zip of anything', aZip([{ name: 'letter.txt', body: text('Hello') }])],
    ['a Word document with programs in it', aDocx({ name: 'word/vbaProject.bin', body: text('x') })],
    ['an old one with programs in it', aCompoundFile(['WordDocument', '_VBA_PROJECT'], word97Head(false))],
    ['a spreadsheet of 1997', aCompoundFile(['Workbook'])],
    ['a PDF that is a zip too', joined(aPdf(), aZip([{ name: 'a.txt', body: text('Hello') }]))],
    ['white space alone', text(' \n ')],
  ])('%s', async (_, bytes) => {
    expect(await look(bytes)).toBe('type')
  })

  it('also a kind that the portal knows and the council does not take', async () => {
    expect(await look(aPdf(), { ...limits, types: ['image/png'] })).toBe('type')
  })
})

describe('a file that is too much, or nothing, is refused', () => {
  it('with no byte in it', async () => {
    expect(await look(new Uint8Array())).toBe('empty')
  })

  it('with one byte more than the council takes, and not with as many', async () => {
    const picture = aPng()
    expect(await look(picture, { ...limits, mostBytes: picture.length })).toBe('image/png')
    expect(await look(picture, { ...limits, mostBytes: picture.length - 1 })).toBe('size')
  })

  it('as a small Word document that unpacks without end, whatever it says of its size', async () => {
    const zeros = new Uint8Array(160_000_000)
    const bomb = aZip(
      [
        { name: '[Content_Types].xml', body: zeros, packed: true },
        { name: 'word/document.xml', body: text('<w:document/>') },
      ],
      1000,
    )
    expect(bomb.length).toBeLessThan(200_000)
    expect(await look(bomb)).toBe('broken')
  })

  it('as one of more parts than any document has', async () => {
    const parts = Array.from({ length: 5001 }, (_, at) => ({ name: `${at}`, body: new Uint8Array() }))
    expect(await look(aZip(parts))).toBe('broken')
  })
})

describe('a file that a password keeps shut is told apart', () => {
  it.each([
    ['a Word document of today', aCompoundFile(['EncryptionInfo', 'EncryptedPackage'])],
    ['a Word document of 1997', aCompoundFile(['WordDocument'], word97Head(true))],
    ['an OpenDocument text', anOdt('<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>')],
    ['a zip', aZip([{ name: 'word/document.xml', body: text('x'), encrypted: true }])],
  ])('%s', async (_, bytes) => {
    expect(await look(bytes)).toBe('locked')
  })

  /** What qpdf wrote into an empty PDF, by how it encrypts; with a password to open it, and with none. */
  const written = {
    'RC4, 40 bits': {
      open: '/R 2 /V 1 /O <c92422687facee686e373f10b5c7d04738053152f7e2ee30e11c69ec442576ab> /U <8e627fb1cc188b621d1a2c2481b73d34dcc8ea40f0231de4b26f7f8e13d42bfe> f9c50fa3a47c237442d8544844adc915',
      shut: '/R 2 /V 1 /O <92fe0f4454ad4c9644693f33c07cb54f587dce1e2682fe9ecea6107a1ef630dd> /U <49174a58dcfa3e8a1c30f177b1dc937db18ed670deebf1bafb43bbf9517949b3> ec2f2278b5711098e7a62a4e88847711',
    },
    'AES, 128 bits': {
      open: '/CF <</StdCF <</CFM /AESV2 /Length 16>>>> /R 4 /V 4 /Length 128 /O <566fa873ee33c797cd3b904fdadf814afa34df9a38f6ed41b984e2c6da2aa6f5> /U <61647302186ea22850bc587a754240d80122456a91bae5134273a6db134c87c4> 7838f702ca2447e7f2fc49f10f7d881c',
      shut: '/CF <</StdCF <</CFM /AESV2 /Length 16>>>> /R 4 /V 4 /Length 128 /O <0db5855fc5326569e765906caf64e4429a4c20d6e996fdef963e9b5080f9e083> /U <694194500d2dfd91ce619ea3ea39fcfa0122456a91bae5134273a6db134c87c4> a69e34ab363e134d1f06b00a394eb4c1',
    },
    'AES, 256 bits': {
      open: '/R 6 /V 5 /O <00> /U <bedec840b27d070188ef5db550c43e021f3f6b54af852093893ea1d624c83826d6a70a9f4f573b2f6c58fd9c08cf4203> 95a5e22ee07a1f4cbeb84f6980e0897f',
      shut: '/R 6 /V 5 /O <00> /U <a3e7adbb99f3af3c2230c6ce1a3142fe35939958e0449dcf1d4e47f02d03b6bc87da12d5d71957ec9d671e5631cc1490> 9058b256a3c42c87c2897cd6c00aa074',
    },
  }
  it.each(Object.entries(written))(
    'a PDF with %s; not one that opens for anybody',
    async (_, { open, shut }) => {
      const made = (facts: string) => {
        const [identity] = /\w{32}$/.exec(facts)!
        return aPdf(
          `/Encrypt 4 0 R /ID [<${identity}><${identity}>]`,
          `4 0 obj\n<</Filter/Standard /P -4 ${facts.slice(0, -33)}>>\nendobj\n`,
        )
      }
      expect(await look(made(shut))).toBe('locked')
      expect(await look(made(open))).toBe('application/pdf')
    },
  )
})

describe('a file whose structure does not hold is told to be broken, and never stops the portal', () => {
  it.each([
    ['a JPEG that ends in its head', boneJpeg().subarray(0, 30)],
    ['a PNG that lacks its end', aPng().subarray(0, 40)],
    ['a film whose box reaches past its end', joined(box('ftyp', 'isom', u32(0), 'isom'), u32(5000), 'moov')],
    ['a HEIC without what it lists', box('ftyp', 'heic', u32(0), 'mif1heic')],
    ['a WebP that is cut short', aWebp().subarray(0, 40)],
    ['a zip without its list', aDocx().subarray(0, 60)],
    ['a compound file of nothing', aCompoundFile([]).subarray(0, 600)],
  ])('%s', async (_, bytes) => {
    expect(await look(new Uint8Array(bytes))).toBe('broken')
  })

  it('wherever it is cut, and whatever single byte is another', async () => {
    for (const whole of [
      boneJpeg(),
      aPng(),
      aWebp(),
      aHeic(),
      aFilm(),
      aDocx(),
      anOdt(),
      aPdf(),
      aCompoundFile(['WordDocument'], word97Head(false)),
    ])
      for (let at = 0; at < whole.length; at += 7) {
        await look(new Uint8Array(whole.subarray(0, at)))
        const changed = new Uint8Array(whole)
        changed[at] = changed[at]! ^ 0xff
        await look(changed)
      }
  })
})
