import { expect, it } from 'vitest'
import { asTryOut, madeUpComplaint } from '../../src/complaints/try-out.ts'
import { submission } from '../../src/complaints/submit.ts'
import { council } from '../../src/council/council.ts'
import { complain } from '../../src/form/journeys/complain.ts'
import { validate } from '../../src/form/validate.ts'
import { around } from '../form/journeys.ts'
import { sent } from './made-up.ts'

it('a try-out is a whole complaint, as the form stands', () => {
  const fields = madeUpComplaint(council, around, 'delivered@resend.dev')
  const { answers, errors } = validate(complain, fields, around)
  expect(errors).toEqual([])
  expect(answers.length).toBe(Object.keys(fields).length)
})

it('a form that asks more of every service is noticed', () => {
  expect(() => madeUpComplaint({ ...council, services: [] }, around, 'x@example.org')).toThrow(
    'The form asks more than a try-out answers.',
  )
})

it('a try-out tells no team, not even of a risk', () => {
  const made = submission(sent({ risk: 'yes' }))
  expect(made.messages.length).toBeGreaterThan(1)
  expect(asTryOut(made)).toMatchObject({
    channel: 'try-out',
    marks: [],
    caller: null,
    messages: [{ recipient: 'complainant' }],
  })
  expect(asTryOut(made).messages).toHaveLength(1)
})
