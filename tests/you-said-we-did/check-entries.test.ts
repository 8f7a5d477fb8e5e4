import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { council } from '../../src/council/council.ts'
import type { Council } from '../../src/council/council.ts'
import { checkEntries } from '../../src/you-said-we-did/check.ts'
import { goodEntry } from './an-entry.ts'

const twoEditions: Council = {
  ...council,
  languages: [council.languages[0]!, { tag: 'pl', name: 'Polski', dir: 'ltr', status: 'draft' }],
}

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heard-entries-'))
  cpSync('content/learning.json', join(folder, 'learning.json'))
  cpSync('content/you-said-we-did/pictures', join(folder, 'you-said-we-did/pictures'), { recursive: true })
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function put(name: string, what: unknown): void {
  const file = join(folder, 'you-said-we-did', name)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, typeof what === 'string' ? what : JSON.stringify(what))
}

const check = () => checkEntries(twoEditions, folder, '2026-11-21').join('\n')

describe('the entries that are shipped', () => {
  it('keep every rule', () => {
    expect(checkEntries(council)).toEqual([])
  })
})

describe('entries together', () => {
  it('are well beside each other', () => {
    put('en/bins.json', goodEntry)
    put('pl/bins.json', { ...goodEntry, title: 'Mówimy, kiedy wrócimy', told: 'Tak.', changed: 'Tak.' })
    expect(check()).toBe('')
  })

  it('have titles of their own', () => {
    put('en/bins.json', goodEntry)
    put('en/more-bins.json', goodEntry)
    expect(check()).toMatchInlineSnapshot(
      `"content/you-said-we-did/en/more-bins.json: title is the title of bins too. Give each entry a title of its own."`,
    )
  })

  it('lie in a language of the council, under a name that an address can have', () => {
    put('cy/bins.json', goodEntry)
    put('en/Missed bins.json', goodEntry)
    put('en/page.json', { ...goodEntry, title: 'Another' })
    put('en/2026/bins.json', { ...goodEntry, title: 'A third' })
    expect(check()).toMatchInlineSnapshot(`
      "content/you-said-we-did/cy/bins.json: lies in cy, which is not in council.json’s languages. Move it to one of: en, pl.
      content/you-said-we-did/en/2026/bins.json: its name is part of an address. Use small letters, digits and single hyphens.
      content/you-said-we-did/en/Missed bins.json: its name is part of an address. Use small letters, digits and single hyphens.
      content/you-said-we-did/en/page.json: the file cannot be called page.json, since that is the address of a list. Give it another name."
    `)
  })

  it('say the same facts in every language', () => {
    put('en/bins.json', goodEntry)
    put('pl/bins.json', { ...goodEntry, date: '2026-03-17', publishOn: '2026-04-01' })
    put('pl/kosze.json', { ...goodEntry, title: 'Kosze' })
    expect(check()).toMatchInlineSnapshot(`
      "content/you-said-we-did/pl/bins.json: date is "2026-03-17", and in en it is "2026-03-16". Write "2026-03-16".
      content/you-said-we-did/pl/bins.json: publishOn is "2026-04-01", and in en it is left out. Take it out.
      content/you-said-we-did/pl/kosze.json: the file has no entry to be a translation of. Write content/you-said-we-did/en/kosze.json, or correct this one’s name."
    `)
  })

  it('name the place where a file is no JSON', () => {
    put('en/bins.json', '{ "title": "Bins" "told": "No" }')
    expect(check()).toContain('content/you-said-we-did/en/bins.json: the file is not JSON:')
  })
})

describe('the register of what was learned', () => {
  it('names a service that is not there, words that are missing and a key it does not know', () => {
    const lesson = {
      id: 'bins',
      service: 'bins',
      learned: { en: 'A' },
      owner: { en: 'B' },
      due: '2026-01-01',
    }
    const told = (changes: object) => {
      writeFileSync(join(folder, 'learning.json'), JSON.stringify({ lessons: [{ ...lesson, ...changes }] }))
      return checkEntries(council, folder, '2026-11-21').join('\n')
    }
    expect(told({})).toBe('')
    expect(told({ service: 'bin' })).toContain(
      'lessons[0].service is "bin", which is not a service in council.json.',
    )
    expect(told({ learned: {} })).toMatchInlineSnapshot(
      `"content/learning.json: lessons[0].learned has no words in en, which is published. Add "en": "…"."`,
    )
    expect(told({ case: '7KM-2RX-9TC' })).toMatchInlineSnapshot(
      `"content/learning.json: lessons[0] has "case", which Heard does not know. Take it out, or write one of: id, service, learned, owner, due, done."`,
    )
  })
})
