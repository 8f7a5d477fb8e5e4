import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  askedIn,
  equalityJourney,
  fieldOf,
  type Equality,
} from '../../../src/complaints/equality/questions.ts'
import { ageGroup, toKeep } from '../../../src/complaints/equality/to-keep.ts'
import { equalityWords } from '../../../src/complaints/equality/words.ts'
import { shuffled } from '../../../src/complaints/equality/settle.ts'
import { council, textIn } from '../../../src/council/council.ts'
import { notSaid } from '../../../src/council/not-said.ts'
import { ContentError, parseCouncil } from '../../../src/council/parse.ts'
import { questionsAsked, questionsOf } from '../../../src/form/journey.ts'
import { optionLabel } from '../../../src/form/outputs/readable.ts'
import type { Fields } from '../../../src/form/question.ts'
import { validate } from '../../../src/form/validate.ts'
import { wordingOf } from '../../../src/form/wording.ts'
import { around, words } from '../../form/journeys.ts'

const { equality } = council
const journey = equalityJourney(equality)
const wording = wordingOf('en', equalityWords(words, equality, 'en'), (id) => id)
const gate = { 'want-to-answer': 'yes' }
const kept = (fields: Fields, of: Equality = equality) => {
  const { answers, errors } = validate(equalityJourney(of), { ...gate, ...fields }, around)
  expect(errors).toEqual([])
  return toKeep(answers, of, around.today)
}

describe('the questions about people', () => {
  it('begin with whether the person wants to answer, and ask nothing of whoever does not', () => {
    const ways: Fields[] = [{}, { 'want-to-answer': 'no', 'about-religion': 'sikh' }]
    for (const fields of ways)
      expect(questionsAsked(journey, fields, around).map(({ id }) => id)).toEqual(['want-to-answer'])
  })

  it('can all be left out, and all be answered with "prefer not to say"', () => {
    expect(kept({})).toBeNull()
    const asked = questionsAsked(journey, { ...gate, 'about-ethnic-group': 'white' }, around)
    for (const { id, optional, options } of asked.slice(1)) {
      expect(optional, id).toBe(true)
      if (options) expect(options.at(-1)).toBe(notSaid)
    }
    const dates = asked.filter(({ kind }) => kind === 'partial-date')
    for (const { id } of dates) expect(asked.map((one) => one.id)).toContain(`${id}-not-said`)
  })

  it('have words for all that they need, and are not marked as optional one by one', () => {
    for (const { id, options, codes } of questionsOf(journey)) {
      expect(wording.t(`questions.${id}.label`)).not.toBe('')
      for (const option of options ?? []) expect(optionLabel(id, [], option, wording)).not.toBe('')
      for (const code of codes) expect(wording.t(`questions.${id}.errors.${code}`)).not.toBe('')
    }
    expect(wording.t('form.optional', { label: 'Sex' })).toBe('Sex')
  })

  it('hold every group and answer of the England set, in its order: DOMAIN 10', () => {
    const names = equality.questions.map(({ id }) => id)
    expect(names).toEqual([
      'date-of-birth',
      'long-term-condition',
      'condition-impact',
      'ethnic-group',
      'ethnic-white',
      'ethnic-mixed',
      'ethnic-asian',
      'ethnic-black',
      'ethnic-other',
      'marital-status',
      'religion',
      'sexual-orientation',
      'sex',
      'gender-identity',
    ])
    const counts = equality.questions.map((one) => (one.kind === 'choice' ? one.options.length : 0))
    expect(counts).toEqual([0, 2, 3, 5, 4, 4, 5, 3, 2, 9, 8, 4, 2, 2])
  })

  it('leave out sex and gender identity until the council turns them on, and say why', () => {
    for (const id of ['sex', 'gender-identity']) {
      const question = equality.questions.find((one) => one.id === id)!
      expect([question.on, question.unchecked?.join()]).toEqual([
        false,
        expect.stringContaining('No harmonised standard'),
      ])
      expect(questionsOf(journey).map((one) => one.id)).not.toContain(fieldOf(id))
      const on = { ...equality, questions: equality.questions.map((one) => ({ ...one, on: true })) }
      expect(questionsOf(equalityJourney(on)).map((one) => one.id)).toContain(fieldOf(id))
      expect(kept({ [fieldOf(id)]: notSaid }, on)).toEqual({ [id]: notSaid })
    }
  })

  it('follow from one another, in the step of the one they follow', () => {
    const asked = (fields: Fields) =>
      questionsAsked(journey, { ...gate, ...fields }, around).map(({ id }) => id)
    expect(asked({})).not.toContain('about-condition-impact')
    expect(asked({ 'about-long-term-condition': 'yes' })).toContain('about-condition-impact')
    expect(asked({ 'about-ethnic-group': 'asian' }).filter((id) => id.startsWith('about-ethnic'))).toEqual([
      'about-ethnic-group',
      'about-ethnic-asian',
    ])
    expect(kept({ 'about-ethnic-group': 'white', 'about-ethnic-asian': 'indian' })).toEqual({
      'ethnic-group': 'white',
    })
  })
})

describe('what is kept of an answer', () => {
  it('is the answer’s id; of a date of birth, the age group alone', () => {
    const fields = {
      'about-date-of-birth-day': '22',
      'about-date-of-birth-month': 'November',
      'about-date-of-birth-year': '1990',
      'about-religion': 'none',
    }
    expect(kept(fields)).toEqual({ 'date-of-birth': '35-44', religion: 'none' })
    expect(JSON.stringify(kept(fields))).not.toContain('1990')
  })

  it('is that the person would rather not say, whatever stands beside it', () => {
    expect(kept({ 'about-date-of-birth-not-said': [notSaid], 'about-date-of-birth-year': '1990' })).toEqual({
      'date-of-birth': notSaid,
    })
  })

  // Today is 21 November 2026.
  it.each([
    ['2008-11-22', 'under-18'],
    ['2008-11-21', '18-24'],
    ['2001-11-21', '25-34'],
    ['1941-11-21', '85-and-over'],
    ['1941-11-22', '75-84'],
    ['1904', '85-and-over'],
    ['2026', 'under-18'],
    ['1991-11', '25-34'],
    ['1991-10', '35-44'],
  ])('born %s is in the group %s', (born, group) => {
    const [birth] = askedIn(equality)
    if (birth?.kind !== 'date-of-birth') throw new Error('The first question is another.')
    expect(ageGroup(born, birth.ageGroupsFrom, '2026-11-21')).toBe(group)
    expect(group).toMatch(/^[a-z0-9-]{1,60}$/)
  })
})

describe('a batch', () => {
  it('is shuffled so that every order is as likely', () => {
    const seen = new Map<string, number>()
    for (const first of [0, 1, 2])
      for (const second of [0, 1]) {
        const draws = [first, second]
        const order = shuffled(['a', 'b', 'c'], () => draws.shift()!).join('')
        seen.set(order, (seen.get(order) ?? 0) + 1)
      }
    expect([...seen.values()]).toEqual([1, 1, 1, 1, 1, 1])
  })
})

describe('council.json is told', () => {
  const shipped = readFileSync('content/council.json', 'utf8')
  type Question = {
    id: string
    on: boolean
    options: { id: string }[]
    when: { question: string; is: string[] }
    ageGroupsFrom: number[]
  }
  const told = (change: (equality: { batch: number; questions: Question[] }) => unknown): string => {
    const file = JSON.parse(shipped) as { equality: { batch: number; questions: Question[] } }
    change(file.equality)
    try {
      parseCouncil(file)
      return 'nothing'
    } catch (error) {
      if (!(error instanceof ContentError)) throw error
      return error.message
    }
  }

  it.each<[string, (equality: { batch: number; questions: Question[] }) => unknown]>([
    ['equality.batch is 4, which is less than 5', (it) => (it.batch = 4)],
    [
      'questions[1].id is "date-of-birth", which questions[0] has already',
      (it) => (it.questions[1]!.id = 'date-of-birth'),
    ],
    [
      'questions[3].options[1].id is "white", which options[0] has already',
      (it) => (it.questions[3]!.options[1]!.id = 'white'),
    ],
    ['"prefer-not-to-say", which is there by itself', (it) => (it.questions[1]!.options[1]!.id = notSaid)],
    ['is "shoe-size", which is no question', (it) => (it.questions[2]!.when.question = 'shoe-size')],
    [
      'is "perhaps", which is no answer to "long-term-condition"',
      (it) => (it.questions[2]!.when.is = ['perhaps']),
    ],
    ['is "long-term-condition", which is off', (it) => (it.questions[1]!.on = false)],
    ['ageGroupsFrom[1] is 18, which is not above', (it) => (it.questions[0]!.ageGroupsFrom = [18, 18])],
  ])('%s', (message, change) => {
    expect(told(change)).toContain(message)
  })

  it('nothing where it fits', () => {
    expect(told((it) => (it.batch = 5))).toBe('nothing')
    expect(textIn(equality.questions[0]!.label, 'en')).not.toBe('')
  })
})
