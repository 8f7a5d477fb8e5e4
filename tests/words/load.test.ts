import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadWords } from '../../src/words/load.ts'

describe('the words of an edition', () => {
  it('are every file of its folder, by name', () => {
    const names = readdirSync('content/words/en').map((name) => name.replace('.json', ''))
    expect(Object.keys(loadWords('en')).sort()).toEqual(names.sort())
  })

  it.each(['../en', 'en/..', '', 'en\u0000', '/etc', 'e n'])('are not to be had for %j', (language) => {
    expect(() => loadWords(language)).toThrow('Not a language')
  })

  it('are not to be had where there are none', () => {
    expect(() => loadWords('tlh')).toThrow()
  })
})
