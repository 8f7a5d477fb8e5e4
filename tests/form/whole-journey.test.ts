import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pickFields } from '../../src/form/fields.ts'
import { questionsAsked, questionsOf, stepsShown } from '../../src/form/journey.ts'
import { rowsToCheck } from '../../src/form/outputs/check-answers.ts'
import { databaseRecord } from '../../src/form/outputs/database-record.ts'
import { transcript } from '../../src/form/outputs/transcript.ts'
import type { Fields } from '../../src/form/question.ts'
import { validate } from '../../src/form/validate.ts'
import { filledIn } from './any-journey.ts'
import { around, journeys, wording } from './journeys.ts'

const entries = (fields: Fields) =>
  Object.entries(fields).flatMap(([name, held]) => [held].flat().map((text) => [name, text] as const))

describe.each(journeys.map((journey) => [journey.id, journey] as const))('any form of %s', (_, journey) => {
  const forAny = (good: number, rule: (fields: Fields) => void) =>
    fc.assert(
      fc.property(filledIn(journey, good), (any) => rule(pickFields(entries(any), journey))),
      { numRuns: 200 },
    )

  it('comes to an outcome and a page to check, whatever is in it', () => {
    for (const good of [0, 5, 9]) {
      forAny(good, (fields) => {
        const { answers, errors, leftOver } = validate(journey, fields, around)
        const asked = questionsAsked(journey, fields, around)
        for (const { question } of answers) expect(asked).toContain(question)
        for (const { question } of leftOver) expect(asked.map(({ id }) => id)).not.toContain(question.id)
        const wrong = errors.map(({ question }) => question)
        expect(wrong).toEqual([...new Set(wrong)])
        for (const { question } of answers) expect(wrong).not.toContain(question.id)
        expect(rowsToCheck(journey, fields, around, wording).map(({ question }) => question)).toEqual(asked)
        transcript([...answers, ...leftOver], wording)
        stepsShown(journey, fields, around)
      })
    }
  })

  it('with nothing to mend is a whole record, of what was asked and nothing else', () => {
    let whole = 0
    forAny(10, (fields) => {
      const { answers, errors } = validate(journey, fields, around)
      expect(errors).toEqual([])
      whole += 1
      const asked = questionsAsked(journey, fields, around)
      const record = databaseRecord(answers)
      const kept = Object.entries(record).flatMap(([group, columns]) =>
        Object.keys(columns).map((column) => `${group}.${column}`),
      )
      // Files are kept beside it, by their ids.
      const within = asked.filter(({ kind }) => kind !== 'files')
      expect(kept.sort()).toEqual(within.map((question) => question.record).sort())
    })
    expect(whole).toBeGreaterThan(100)
  })

  it('keeps the record the same when it is carried over the check page and back', () => {
    forAny(8, (fields) => {
      const carried = pickFields(
        entries(fields).map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]),
        journey,
      )
      const [again, before] = [carried, fields].map((each) => JSON.stringify(validate(journey, each, around)))
      expect(again === before).toBe(true)
    })
  })

  it('loses no words that were typed: they are an answer, an error to mend, or left over', () => {
    forAny(5, (fields) => {
      const { answers, errors, leftOver } = validate(journey, fields, around)
      const met = [...answers, ...leftOver]
        .map(({ question }) => question.id)
        .concat(errors.map(({ question }) => question))
      const asked = questionsAsked(journey, fields, around)
      const known = asked.some(({ identifies }) => identifies)
      for (const question of questionsOf(journey)) {
        const typed = !question.options && question.read(fields) !== undefined
        if (typed && (known || !question.identifies)) expect(met).toContain(question.id)
      }
    })
  })
})
