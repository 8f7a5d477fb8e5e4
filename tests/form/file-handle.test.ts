import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { handleText, nameToKeep, readHandle, type FileHandle } from '../../src/form/file-handle.ts'
import { files } from '../../src/form/kinds/files.ts'
import { check } from '../../src/form/validate.ts'
import { around } from './journeys.ts'
import { nastyText } from './nasty.ts'

const handle = (more: Partial<FileHandle> = {}): FileHandle => ({
  id: '0f8fad5b-d9cb-469f-a165-70867728950e',
  key: 'k'.repeat(43),
  size: 123,
  name: 'bin.jpg',
  ...more,
})

describe('a handle', () => {
  it('says again what it was made of, whatever the name', () => {
    fc.assert(
      fc.property(nastyText, (name) => {
        const text = handleText(handle({ name }))
        expect(text).toMatch(/^[\w.-]{84,1300}$/)
        expect(readHandle(text)).toEqual(handle({ name: nameToKeep(name) }))
      }),
    )
  })

  it.each([
    '',
    'bin.jpg',
    handleText(handle()).slice(1),
    handleText(handle()).toUpperCase(),
    handleText(handle()).replace('k', '+'),
    `${handleText(handle())}.more`,
    // A name that nameToKeep would never give: with a folder, with an end of line.
    handleText(handle()).replace(/[^.]+$/, btoa('../x').replaceAll('=', '')),
    handleText(handle()).replace(/[^.]+$/, btoa('a\nb').replaceAll('=', '')),
    handleText(handle()).replace(/[^.]+$/, '_w'),
  ])('is no other text: %s', (text) => {
    expect(readHandle(text)).toBeNull()
  })
})

describe('the name of a file', () => {
  it.each([
    ['bin.jpg', 'bin.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\Sam\\bin photo.jpg', 'bin photo.jpg'],
    ['../میرا خط.pdf', 'میرا خط.pdf'],
    // A mark that turns the text around would show a program as a picture.
    ['holiday\u202egpj.exe', 'holiday gpj.exe'],
    ['two\nlines.txt', 'two lines.txt'],
    ['   ', 'file'],
    ['..', 'file'],
    ['', 'file'],
  ])('%j is kept as %j', (name, kept) => {
    expect(nameToKeep(name)).toBe(kept)
  })

  it('is one line of at most 200 characters that keeps its end, and is kept the same twice', () => {
    expect(nameToKeep(`${'😀'.repeat(300)}.jpg`)).toMatch(/\.jpg$/)
    fc.assert(
      fc.property(nastyText, (name) => {
        const kept = nameToKeep(name)
        expect([...kept].length).toBeGreaterThan(0)
        expect([...kept].length).toBeLessThanOrEqual(200)
        expect(kept).not.toMatch(/[/\\\p{Cc}\p{Cf}]/u)
        expect(nameToKeep(kept)).toBe(kept)
      }),
    )
  })
})

describe('a question for files', () => {
  const question = files({ id: 'files', record: 'sent.files', most: 2 })
  const one = handleText(handle())
  const other = handleText(handle({ id: '1f8fad5b-d9cb-469f-a165-70867728950e' }))
  const third = handleText(handle({ id: '2f8fad5b-d9cb-469f-a165-70867728950e' }))

  it('is answered with handles, each once, and with nothing else', () => {
    expect(check(question, { files: [one, 'tampered', one, other] }, around).answer?.value).toEqual([
      one,
      other,
    ])
    expect(check(question, { files: one }, around).answer?.value).toEqual([one])
    expect(check(question, { files: 'tampered' }, around)).toEqual({})
    expect(check(question, {}, around)).toEqual({})
  })

  it('takes as many as it says', () => {
    expect(check(question, { files: [one, other, third] }, around).error).toMatchObject({ code: 'too-many' })
  })
})
