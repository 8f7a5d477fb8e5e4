import { describe, expect, it } from 'vitest'
import { wordsNeeded } from '../../src/form/outputs/words-needed.ts'
import { leavesOf } from '../../src/words/leaves.ts'
import { loadWords } from '../../src/words/load.ts'
import { journeys } from '../form/journeys.ts'
import { gap, keysInCode } from './keys-in-code.ts'

const english = [...leavesOf(loadWords('en')).keys()]
const asked = keysInCode()

/** A key with gaps stands for any key that fills them, and for what is under it where more is added later. */
const asPattern = (key: string) =>
  new RegExp(`^${key.replaceAll('.', '\\.').replaceAll(gap, '[^.]+')}${key.includes(gap) ? '(\\..+)?' : ''}$`)

/** True for a text that has an English sentence, or several. */
const isKnown = (key: string) => {
  const pattern = asPattern(key)
  return english.some((known) => pattern.test(known))
}

describe('the English words', () => {
  it('are all asked for somewhere in the code', () => {
    const { needed, allowed } = wordsNeeded(journeys)
    const derived = new Set([...needed, ...allowed].map((key) => `questions.${key}`))
    const keys = [...new Set(asked.flatMap((each) => each.keys))]
    const whole = new Set(keys)
    const patterns = keys.filter((key) => key.includes('.') && key.includes(gap)).map(asPattern)
    const unused = english.filter(
      (key) => !derived.has(key) && !whole.has(key) && !patterns.some((pattern) => pattern.test(key)),
    )
    expect(unused).toEqual([])
  })

  it('hold every key that the code asks for, whole or built', () => {
    const called = asked.filter((each) => each.called)
    expect(called.length).toBeGreaterThan(100)
    expect(called.filter(({ keys }) => !keys.some(isKnown))).toEqual([])
  })
})
