import { expect, it } from 'vitest'
import { knownTypes } from '../../src/council/schema/files.ts'
import { nameOfFile } from '../../src/desk/name-of-file.ts'
import type { Desk } from '../../src/complaints/desk/ports.ts'
import { newKey, sealFile } from '../../src/files/sealed.ts'
import { giveFile } from '../../src/http/desk/give-file.tsx'
import type { Going } from '../../src/http/desk/go-to.tsx'

it.each([
  ['letter.txt', 'text/plain', 'letter.txt'],
  ['My Photo.JPG', 'image/jpeg', 'My Photo.JPG'],
  ['no ending', 'application/pdf', 'no ending.pdf'],
  ['letter.js', 'text/plain', 'letter.js.txt'],
  ['letter.hta', 'text/plain', 'letter.hta.txt'],
  ['prices.csv', 'text/plain', 'prices.csv.txt'],
  ['photo.jpg.hta', 'image/jpeg', 'photo.jpg.hta.jpg'],
  ['letter.txt.', 'text/plain', 'letter.txt'],
  ['letter.bat. .', 'text/plain', 'letter.bat.txt'],
  ['...', 'text/plain', 'file.txt'],
  ['txt', 'text/plain', 'txt.txt'],
  ['what is it', 'something/else', 'what is it.bin'],
])('a file called %j that is %s is saved as %j', (name, type, saved) => {
  expect(nameOfFile(name, type)).toBe(saved)
})

it.each(knownTypes)('a file of the kind %s is saved under no name that a computer runs', (type) => {
  expect(nameOfFile('letter.exe', type)).toMatch(/^letter\.exe\.[a-z0-9]{3,4}$/)
  expect(nameOfFile('letter.exe', type)).not.toMatch(/\.bin$/)
})

it('the desk gives a file the ending of what it is, whatever its sender called it', async () => {
  const key = newKey()
  const bytes = new TextEncoder().encode('new ActiveXObject("WScript.Shell")')
  const sealed = await sealFile(bytes, key)
  const desk = {
    as: () => ({ file: async () => ({ path: 'a', key, name: 'letter.js', type: 'text/plain' }) }),
    fetchFile: async () => sealed,
  } as unknown as Desk
  const answer = await giveFile({ desk, session: { token: '' } } as unknown as Going, 'an id')
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''letter.js.txt`)
})
