import { describe, expect, it } from 'vitest'
import { complain } from '../../src/form/journeys/complain.ts'
import type { Fields } from '../../src/form/question.ts'
import { validate } from '../../src/form/validate.ts'
import { around } from './journeys.ts'

const complaint: Fields = {
  kind: 'complaint',
  service: 'bins',
  'for-whom': 'myself',
  risk: 'no',
  'what-happened': 'My bin was not emptied.',
  'told-before': 'no',
  'first-report': 'complaint',
  discrimination: 'no',
  'reply-route': 'email',
  name: 'Łukasz O’Neill',
  email: 'lukasz@example.org',
}

const without = (fields: Fields, ...names: string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))

const outcome = (fields: Fields) => validate(complain, fields, around)
const answers = (fields: Fields) =>
  Object.fromEntries(outcome(fields).answers.map(({ question, value }) => [question.id, value]))
const errors = (fields: Fields) => outcome(fields).errors.map(({ field, code }) => `${field}: ${code}`)
const leftOver = (fields: Fields) =>
  Object.fromEntries(outcome(fields).leftOver.map(({ question, value }) => [question.id, value]))

describe('a form', () => {
  it('that is whole comes back as its answers, with nothing to mend', () => {
    expect(outcome(complaint).errors).toEqual([])
    expect(answers(complaint)).toEqual(complaint)
    expect(leftOver(complaint)).toEqual({})
  })

  it('that is empty asks for what everyone must say, in the order of the page', () => {
    expect(errors({})).toEqual([
      'kind: required',
      'service: required',
      'risk: required',
      'reply-route: required',
    ])
  })

  it('with several things wrong names each once, and keeps the answers that passed', () => {
    const fields = {
      ...complaint,
      service: 'no-such',
      email: 'lukasz@',
      'happened-on-day': '3',
      outcome: 'a'.repeat(5001),
    }
    expect(errors(fields)).toEqual([
      'service: required',
      'happened-on-year: date-needs-year',
      'outcome: too-long',
      'email: not-an-email',
    ])
    expect(answers(fields)).toMatchObject({ kind: 'complaint', name: 'Łukasz O’Neill' })
    expect(answers(fields)).not.toHaveProperty('email')
  })

  it('takes adjustments in the order of the page, each once, and none that is not offered', () => {
    expect(
      answers({ ...complaint, adjustments: ['bsl', 'gold', 'large-print', 'bsl'] })['adjustments'],
    ).toEqual(['large-print', 'bsl'])
    expect(answers({ ...complaint, adjustments: ['gold'] })).not.toHaveProperty('adjustments')
  })

  it('asks for the language only of those who need an interpreter', () => {
    expect(errors({ ...complaint, adjustments: ['interpreter'] })).toEqual(['interpreter-language: required'])
    expect(errors({ ...complaint, adjustments: ['bsl'] })).toEqual([])
  })

  it.each([
    ['email', 'email'],
    ['phone', 'phone'],
    ['post', 'address'],
  ])('cannot be answered by %s without %s', (route, field) => {
    expect(errors({ ...without(complaint, 'email'), 'reply-route': route })).toEqual([`${field}: required`])
  })

  it('asks nothing about a person who does not want to give a name', () => {
    const rest = without(complaint, 'email', 'name')
    expect(outcome({ ...rest, 'reply-route': 'anonymous' }).errors).toEqual([])
  })
})

describe('words under a question that does not apply any more', () => {
  const comment = { ...complaint, kind: 'comment', 'your-comment': 'More bins, please.' }

  it('are kept apart, to be shown, and are no answer', () => {
    expect(leftOver(comment)).toEqual({ 'what-happened': 'My bin was not emptied.' })
    expect(answers(comment)).not.toHaveProperty('what-happened')
  })

  it('are not checked: what would be wrong is shown as it was typed', () => {
    const fields = { ...comment, 'reply-route': 'phone', phone: '01632 960001', email: 'lukasz at example' }
    expect(outcome(fields).errors).toEqual([])
    expect(leftOver(fields)).toMatchObject({ email: 'lukasz at example' })
  })

  it('hold a date as it was typed, right or wrong', () => {
    const fields = {
      ...comment,
      'happened-on-day': '31',
      'happened-on-month': 'February',
      'happened-on-year': '26',
    }
    expect(leftOver(fields)).toMatchObject({ 'happened-on': '31 February 26' })
  })

  it('are cut at the question’s limit, and the cut text is what is shown', () => {
    const fields = {
      ...comment,
      'what-happened': '😀'.repeat(20_001),
      'happened-on-year': '9'.repeat(100_000),
    }
    expect([...leftOver(fields)['what-happened']!]).toHaveLength(20_000)
    expect(leftOver(fields)['happened-on']!.length).toBeLessThan(100)
  })

  it('hold nothing that was chosen, or only blanks', () => {
    expect(leftOver({ ...comment, discrimination: 'yes', 'told-before-details': ' \n ' })).toEqual({
      'what-happened': 'My bin was not emptied.',
    })
  })

  it('never hold who a person is, once they chose not to say it', () => {
    const fields = {
      ...complaint,
      'reply-route': 'anonymous',
      phone: '01632 960001',
      address: '1 Quay Street',
      kind: 'comment',
      'your-comment': 'x',
    }
    expect(leftOver(fields)).toEqual({ 'what-happened': 'My bin was not emptied.' })
  })

  it('hold the other ways to be reached of a person who gave one', () => {
    const fields = { ...complaint, address: '1 Quay Street' }
    expect(leftOver(fields)).toEqual({ address: '1 Quay Street' })
  })
})

describe('an option that the other answers take away', () => {
  const unknown = { ...complaint, 'reply-route': 'anonymous' }

  it('is as good as none: who acts for someone has to say who they are', () => {
    expect(errors({ ...unknown, 'for-whom': 'someone-else' })).toContain('reply-route: required')
  })

  it('is there for everyone else', () => {
    expect(errors(unknown)).toEqual([])
  })
})
