import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { wordsNeeded } from '../../src/form/outputs/words-needed.ts'
import { leavesOf } from '../../src/words/leaves.ts'
import { loadWords } from '../../src/words/load.ts'
import type { Words } from '../../src/words/translate.ts'
import { journeys } from '../form/journeys.ts'
import { gap, keysInCode } from './keys-in-code.ts'

/** The desk's own words, which are no edition's (src/desk/words.ts). */
const ofTheDesk = [...leavesOf(JSON.parse(readFileSync('content/desk/en.json', 'utf8')) as Words).keys()]
const english = [...leavesOf(loadWords('en')).keys(), ...ofTheDesk]
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
    // An act of the desk names its questions, and a test of each act asks for their words.
    const inDesk = globSync('src/desk/**/*.ts').map((file) => readFileSync(file, 'utf8'))
    const isOfAnAct = (key: string) => {
      const [, question] = /^questions\.([\w-]+)\./.exec(key) ?? []
      return (
        question !== undefined &&
        inDesk.some((code) => code.includes(`'${question}'`) || code.includes(`\`${question}-`))
      )
    }
    const keys = [...new Set(asked.flatMap((each) => each.keys))]
    const whole = new Set(keys)
    const patterns = keys.filter((key) => key.includes('.') && key.includes(gap)).map(asPattern)
    const unused = english.filter(
      (key) =>
        !derived.has(key) &&
        !whole.has(key) &&
        !patterns.some((pattern) => pattern.test(key)) &&
        !(ofTheDesk.includes(key) && isOfAnAct(key)),
    )
    expect(unused).toEqual([])
  })

  it('hold every key that the code asks for, whole or built', () => {
    const called = asked.filter((each) => each.called)
    expect(called.length).toBeGreaterThan(100)
    expect(called.filter(({ keys }) => !keys.some(isKnown))).toEqual([])
  })
})
