import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { errorMessage } from '../../src/components/form/error-message.ts'
import { questionsAsked, questionsOf } from '../../src/form/journey.ts'
import { optionsOf } from '../../src/form/kinds/choice.ts'
import { pickFields } from '../../src/form/fields.ts'
import { readable } from '../../src/form/outputs/readable.ts'
import { wordsNeeded } from '../../src/form/outputs/words-needed.ts'
import type { Fields, Question } from '../../src/form/question.ts'
import { check } from '../../src/form/validate.ts'
import { checkWords } from '../../src/words/check.ts'
import { anything } from './any-journey.ts'
import { goodAnswer, textOfLength } from './good-answers.ts'
import { everyWay, parts } from './every-way.ts'
import { around, journeys, wording } from './journeys.ts'
import { nastyText } from './nasty.ts'

const isTyped = ({ kind }: Question) => ['short-text', 'long-text', 'email', 'phone'].includes(kind)

/** A text without its blanks, which are all that tidying may change. */
const bare = (text: unknown) => String(text).replace(/[\s\p{Cc}]/gu, '')

const named = (questions: readonly Question[]) =>
  questions.map((question) => [question.id, question] as const)

describe.each(journeys.map((journey) => [journey.id, journey] as const))('the journey %s', (_, journey) => {
  const questions = questionsOf(journey)
  const fieldsFrom = (fields: Fields) =>
    pickFields(
      Object.entries(fields).flatMap(([name, held]) => [held].flat().map((text) => [name, text] as const)),
      journey,
    )

  it('names its steps, questions and fields once each, in kebab case', () => {
    const names = [
      questions.map(({ id }) => id),
      questions.flatMap(({ fields }) => fields),
      journey.steps.map(({ id }) => id),
    ]
    for (const group of names) {
      expect(new Set(group).size).toBe(group.length)
      for (const name of group) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
    }
  })

  it('keeps no two answers in one place of the record, whatever the way through it', () => {
    for (const fields of everyWay(journey)) {
      const records = questionsAsked(journey, fields, around).map(({ record }) => record)
      expect(records, JSON.stringify(fields)).toEqual([...new Set(records)])
    }
  })

  it('asks every question on some way through it', () => {
    const met = new Set([...everyWay(journey)].flatMap((fields) => questionsAsked(journey, fields, around)))
    expect(questions.filter((question) => !met.has(question)).map(({ id }) => id)).toEqual([])
  })

  it('has English words for all that its questions need, and none that they do not', () => {
    expect(checkWords('en', wordsNeeded(journeys))).toEqual([])
  })

  describe.each(named(questions))('%s', (id, question) => {
    it('depends only on questions that come before it, and on options that they have', () => {
      const conditions = [question.when, ...Object.values(question.offered ?? {})]
      for (const condition of conditions.flatMap((one) => (one ? parts(one) : []))) {
        const before = questions
          .slice(0, questions.indexOf(question))
          .find((each) => each.id === condition.question)
        if (!before) throw new Error(`No question before it is called ${condition.question}.`)
        const options = 'is' in condition ? condition.is : 'isNot' in condition ? condition.isNot : []
        expect(optionsOf(before, around)).toEqual(expect.arrayContaining([...options]))
        if ('olderThanMonths' in condition) expect(before.kind).toBe('partial-date')
      }
    })

    it('says required where it is, and nothing where it is not, for every kind of emptiness', () => {
      for (const empty of ['', '   ', '\r\n\t', '\u00a0']) {
        for (const fields of [{}, Object.fromEntries(question.fields.map((name) => [name, empty]))]) {
          // Blanks under an option are no option: only a tampered page sends them.
          const found = check(question, fieldsFrom(fields), around)
          const error = { question: id, field: question.fields[0], code: 'required' }
          expect(found).toEqual(question.optional ? {} : { error })
        }
      }
      expect(question.codes.includes('required')).toBe(!question.optional)
    })

    it('answers whatever it is sent with an answer, nothing, or a code that it lists', () => {
      fc.assert(
        fc.property(anything(question), fc.boolean(), (fields, cleaned) => {
          const { error, answer } = check(question, cleaned ? fieldsFrom(fields) : fields, around)
          expect(error && answer).toBeUndefined()
          if (!error) return
          expect(question.codes).toContain(error.code)
          expect(question.fields).toContain(error.field)
          expect(error.question).toBe(id)
        }),
      )
    })

    it('gives back a good answer as it was given, and in words', () => {
      fc.assert(
        fc.property(goodAnswer(question), (fields) => {
          const { answer, error } = check(question, fieldsFrom(fields), around)
          expect(error).toBeUndefined()
          expect(readable(answer!, wording).join('')).not.toBe('')
          if (question.kind === 'partial-date') return
          if (isTyped(question)) expect(bare(answer!.value)).toBe(bare(fields[id]))
          else expect(answer!.value).toEqual(fields[id])
          // The answer, answered again, is the same: the check page carries it.
          expect(check(question, fieldsFrom({ [id]: answer!.value }), around).answer?.value).toEqual(
            answer!.value,
          )
        }),
      )
    })

    if (question.options)
      it('takes each of its options and nothing else', () => {
        const options = optionsOf(question, around)
        expect(options.length).toBeGreaterThan(1)
        for (const option of options) {
          const { answer } = check(question, { [id]: option }, around)
          expect([answer!.value].flat()).toEqual([option])
        }
        for (const other of [
          'nothing-like-it',
          `${options[0]} `,
          options[0]!.toUpperCase(),
          '__proto__',
          'toString',
        ]) {
          expect(check(question, { [id]: other }, around).answer).toBeUndefined()
        }
      })

    if (isTyped(question))
      it('changes nothing that was typed but blanks', () => {
        fc.assert(
          fc.property(nastyText, (text) => {
            const fields = fieldsFrom({ [id]: text })
            const { answer } = check(question, fields, around)
            if (!answer) return
            if (question.kind === 'long-text')
              expect(answer.value === (fields[id] as string).trim()).toBe(true)
            else {
              expect(/[\p{Cc}\u2028\u2029]/u.test(String(answer.value))).toBe(false)
              expect(bare(answer.value) === bare(fields[id])).toBe(true)
            }
          }),
        )
      })

    if (isTyped(question))
      it('takes as many characters as it says, and not one more', () => {
        const max = question.max!
        for (const character of question.kind === 'phone' ? ['0'] : ['a', 'ł', '李', '😀']) {
          const longest = textOfLength(question, max, character)
          expect([...longest].length).toBe(max)
          expect(check(question, { [id]: longest }, around).answer?.value === longest).toBe(true)
          for (const over of [max + 1, 100_000]) {
            const { error } = check(question, { [id]: textOfLength(question, over, character) }, around)
            expect(error).toEqual({ question: id, field: id, code: 'too-long' })
          }
        }
      })

    it('has words for every code, which need nothing but its limit', () => {
      for (const code of question.codes) {
        expect(errorMessage({ question: id, field: id, code }, question, wording)).toMatch(/^\p{Lu}[^{}]+$/u)
      }
    })
  })
})
