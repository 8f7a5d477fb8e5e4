import { expect, it } from 'vitest'
import { languageName } from '../../src/components/desk/in-words.ts'
import { council } from '../../src/council/council.ts'
import { deskWording } from '../../src/desk/words.ts'
import { loadWords } from '../../src/words/load.ts'

it.each([
  ['ur', 'Urdu'],
  ['en-simple', 'Easy Read'],
  ['cy', 'Welsh'],
])('the team reads the edition %s as %s', (tag, name) => {
  expect(languageName(tag, deskWording(loadWords('en'), council))).toBe(name)
})
