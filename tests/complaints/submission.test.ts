import { describe, expect, it } from 'vitest'
import { submission } from '../../src/complaints/submit.ts'
import { readReference } from '../../src/complaints/reference.ts'
import { complain } from '../../src/form/journeys/complain.ts'
import { validate } from '../../src/form/validate.ts'
import { around, wording } from '../form/journeys.ts'
import { councilWith, filledIn, procedureWith, sent } from './made-up.ts'

const messages = (...parameters: Parameters<typeof sent>) =>
  submission(sent(...parameters)).messages.map(({ template, recipient }) => `${template} to ${recipient}`)

const team = { council: councilWith(procedureWith('team')) }

describe('the messages of a submission', () => {
  it.each([
    [{}, ['acknowledgement to complainant', 'new-submission to complaints-team']],
    [{ 'reply-route': 'phone' }, ['new-submission to complaints-team']],
    [{ 'reply-route': 'post' }, ['new-submission to complaints-team']],
    [{ 'reply-route': 'anonymous' }, ['new-submission to complaints-team']],
    [{ kind: 'compliment' }, ['thanks to complainant', 'new-submission to complaints-team']],
    [{ kind: 'comment' }, ['thanks to complainant', 'new-submission to complaints-team']],
    [{ kind: 'comment', 'reply-route': 'anonymous' }, ['new-submission to complaints-team']],
  ])('of %j are %j', (change, expected) => {
    expect(messages(change)).toEqual(expected)
  })

  it('are a receipt, not an acknowledgement, where the team acknowledges', () => {
    expect(messages({}, team)).toEqual(['receipt to complainant', 'new-submission to complaints-team'])
  })

  it.each(['complaint', 'comment'])(
    'tell the safeguarding team of any risk in a %s, whoever sent it',
    (kind) => {
      for (const route of ['email', 'phone', 'post', 'anonymous']) {
        for (const risk of ['yes', 'not-sure'])
          expect(messages({ kind, risk, 'reply-route': route })).toContain('risk-of-harm to safeguarding')
        expect(messages({ kind, risk: 'no', 'reply-route': route })).not.toContain(
          'risk-of-harm to safeguarding',
        )
      }
    },
  )

  it('tell nobody of a risk that was taken back with the question', () => {
    expect(messages({ kind: 'compliment', risk: 'yes' })).toEqual([
      'thanks to complainant',
      'new-submission to complaints-team',
    ])
  })

  it('name templates and recipients, and hold no address and no words', () => {
    const text = JSON.stringify(submission(sent({ risk: 'yes' })).messages)
    expect(text).not.toMatch(/example\.org|Łukasz|fish/)
  })
})

describe('the dates of a submission', () => {
  const stage = (route: string, receivedAt: string) =>
    submission(sent({ 'reply-route': route }, { receivedAt: new Date(receivedAt) })).stage

  // DOMAIN 8.3: received, and the 5th and the 10th working day after it.
  it.each([
    ['2026-03-31', '2026-04-09', '2026-04-16'],
    ['2026-05-01', '2026-05-11', '2026-05-18'],
    ['2026-08-27', '2026-09-04', '2026-09-11'],
    ['2026-12-18', '2026-12-29', '2027-01-06'],
    ['2026-12-24', '2027-01-05', '2027-01-12'],
    ['2026-12-25', '2027-01-05', '2027-01-12'],
    ['2027-12-23', '2028-01-04', '2028-01-11'],
    ['2028-01-01', '2028-01-10', '2028-01-17'],
  ])('of %s are %s at the latest to acknowledge, and %s to reply', (received, acknowledge_by, respond_by) => {
    expect(stage('email', `${received}T12:00:00Z`)).toEqual({ id: 'stage-1', acknowledge_by, respond_by })
  })

  it('count the reply from the last day to acknowledge where the team does that', () => {
    const days = { id: 'stage-1', acknowledge_by: '2026-12-29', respond_by: '2027-01-13' }
    expect(stage('phone', '2026-12-18T12:00:00Z')).toEqual(days)
    expect(stage('post', '2026-12-18T12:00:00Z')).toEqual(days)
    expect(submission(sent({}, team)).stage).toEqual(days)
  })

  it('begin on the day it is in London, summer time included', () => {
    expect(stage('email', '2026-06-30T22:59:59Z')).toEqual(stage('email', '2026-06-30T12:00:00Z'))
    expect(stage('email', '2026-06-30T23:00:00Z')).toEqual(stage('email', '2026-07-01T12:00:00Z'))
    expect(stage('email', '2026-12-18T23:59:59Z')).toEqual(stage('email', '2026-12-18T00:00:00Z'))
  })

  it('are none where the procedure fixes none', () => {
    const none = { council: councilWith(procedureWith('team', { acknowledge: null, respond: null })) }
    expect(submission(sent({}, none)).stage).toEqual({
      id: 'stage-1',
      acknowledge_by: null,
      respond_by: null,
    })
  })

  it('are none for thanks and ideas, which follow no procedure', () => {
    for (const kind of ['compliment', 'comment']) {
      const { stage: none, record } = submission(sent({ kind }))
      expect(none).toBeNull()
      expect(record.complaint).not.toHaveProperty('procedure')
    }
  })
})

describe('a submission', () => {
  it('holds what was sent, as it was sent, and says which form and procedure it went through', () => {
    const whole = submission(sent({ adjustments: ['bsl'] }))
    expect(whole).toMatchObject({
      submission_id: '3f1c6d0e-2f50-4a52-9d8f-0a7c5c1b2a3d',
      form_version: 'complain-0123456789abcdef',
      language: 'en',
      channel: 'web',
      received_at: '2026-12-18T10:00:00.000Z',
      record: {
        complaint: { procedure: 'corporate', summary: 'My bin was not emptied.\n\nIt was full of fish.' },
        person: { name: 'Łukasz O’Neill', adjustments: ['bsl'] },
      },
      answers: { 'what-happened': 'My bin was not emptied.\n\nIt was full of fish.', adjustments: ['bsl'] },
    })
    expect(whole.transcript.map(({ id }) => id)).toEqual(Object.keys(whole.answers))
  })

  it('offers several references, so that a taken one is no failure', () => {
    const { references } = submission(sent())
    expect(references.length).toBeGreaterThan(1)
    expect(new Set(references).size).toBe(references.length)
    for (const reference of references) expect(readReference(reference)).toBe(reference)
  })

  it('takes along, apart from the record, what the person kept from questions that no longer apply', () => {
    const { answers, leftOver } = validate(complain, filledIn({ kind: 'comment' }), around)
    const kept = leftOver.filter(({ question }) => question.id === 'what-happened')
    const whole = submission({ ...sent(), answers, kept, wording })
    expect(whole.record.complaint['summary']).toBe('Smaller bins, please.')
    expect(whole.answers['what-happened']).toBe('My bin was not emptied.\n\nIt was full of fish.')
    expect(whole.transcript.at(-1)).toMatchObject({ id: 'what-happened', question: 'What happened?' })
    expect(JSON.stringify(whole)).not.toContain('Quay Street')
  })

  it('refuses a service that the council does not have', () => {
    const elsewhere = { ...councilWith(procedureWith('system')), services: [] }
    expect(() => submission(sent({}, { council: elsewhere }))).toThrow('No service called "bins"')
  })
})
