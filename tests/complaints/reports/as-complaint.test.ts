import { describe, expect, it } from 'vitest'
import { kindOf } from '../../../src/complaints/kind-of.ts'
import { asComplaint } from '../../../src/complaints/reports/as-complaint.ts'
import type { Role } from '../../../src/complaints/ports.ts'
import { submission } from '../../../src/complaints/submit.ts'
import { compose } from '../../../src/complaints/send-mail.ts'
import { council } from '../../../src/council/council.ts'
import { wording } from '../../form/journeys.ts'
import { lettersFacts, madeUp, sent } from '../made-up.ts'

const firstTime = { 'told-before': 'no', 'first-report': 'put-right' }
const report = (change = {}) => submission(sent({ ...firstTime, ...change }))
const letter = (change = {}) =>
  compose(
    {
      id: 'm',
      template: 'report-receipt',
      recipient: 'complainant',
      language: 'en',
      attempts: 1,
      complaint: lettersFacts({ ...firstTime, ...change }),
    },
    { council, wordingIn: () => wording, ...madeUp },
  )!.text

describe('a first report', () => {
  it('is a request for service where the person wants it put right, with no procedure and no clock', () => {
    const { record, stage, messages } = report()
    expect(record.complaint).toMatchObject({ kind: 'service-request', told_before: 'no' })
    expect(record).not.toHaveProperty('handling')
    expect(record.complaint).not.toHaveProperty('procedure')
    expect(stage).toBeNull()
    expect(messages.map(({ template }) => template)).toEqual(['report-receipt', 'new-submission'])
  })

  it.each(council.services.map(({ id }) => id))(
    'about %s is a complaint where the person says so',
    (service) => {
      const { record, stage } = report({ service, 'first-report': 'complaint' })
      expect(record.complaint['kind']).toBe('complaint')
      expect(stage).not.toBeNull()
    },
  )

  it('is a complaint, whatever was chosen before, once the council had been told', () => {
    for (const told of ['yes', 'not-sure'])
      expect(report({ 'told-before': told }).record.complaint['kind']).toBe('complaint')
  })

  it('tells the safeguarding team of a risk, as anything does', () => {
    expect(report({ risk: 'yes' }).messages.map(({ recipient }) => recipient)).toContain('safeguarding')
  })

  it('gives whoever sent it a key, and thanks give none', () => {
    expect(report().keys).toMatchObject([{ purpose: 'follow', role: 'complainant' }])
    expect(report({ kind: 'comment' }).keys).toHaveLength(1)
    expect(report({ kind: 'compliment' }).keys).toEqual([])
  })

  it('is answered with what happens to it and how to make it a complaint, and with no day or stage', () => {
    const text = letter()
    expect(text).toContain('put it right')
    expect(text).toMatch(/make-it-a-complaint\/open\/\?k=[\w-]{27}\n/)
    expect(text).toMatch(/Code: (\w{4}-){2}\w{4}\n/)
    expect(text).not.toMatch(/Stage 1|full reply|Ombudsman|follow\/open/)
  })

  it('stays what its kind says where nothing was asked about it', () => {
    expect(kindOf({ complaint: { kind: 'comment' } })).toBe('comment')
  })
})

describe('a report that becomes a complaint', () => {
  const turn = (
    service: string,
    reply_route: string,
    askedAt = '2026-12-18T10:00:00Z',
    role: Role = 'complainant',
  ) =>
    asComplaint({
      report: { service, role, reply_route },
      askedAt: new Date(askedAt),
      unhappyAbout: null,
      council,
    })

  it('starts its clock on the day it is asked for, in London', () => {
    // DOMAIN 8.3: the 5th and the 10th working day after it.
    const days = { id: 'stage-1', acknowledge_by: '2026-12-29', respond_by: '2027-01-06' }
    expect(turn('bins', 'email').stage).toEqual(days)
    expect(turn('bins', 'email', '2026-06-30T23:00:00Z').stage).toEqual(
      turn('bins', 'email', '2026-07-01').stage,
    )
  })

  it.each(council.services.map(({ id, procedure }) => [id, procedure]))(
    'about %s follows the procedure %s, as if it had come as one',
    (service, procedure) => {
      const whole = submission(sent({ service, 'first-report': 'complaint' }))
      expect(turn(service!, 'email')).toMatchObject({ procedure, stage: whole.stage })
    },
  )

  it('is acknowledged by email where there is one, and told to the team always', () => {
    const to = (route: string, service = 'bins') =>
      turn(service, route).messages.map(({ template, recipient }) => `${template} to ${recipient}`)
    const team = 'became-a-complaint to complaints-team'
    expect(to('email')).toEqual(['acknowledgement to complainant', team])
    expect(to('email', 'council-homes')).toEqual(['receipt to complainant', team])
    for (const route of ['phone', 'post', 'anonymous']) expect(to(route)).toEqual([team])
  })

  it('is acknowledged to whoever reported it, for themself or for somebody', () => {
    const [letter] = turn('bins', 'email', undefined, 'representative').messages
    expect(letter).toEqual({ template: 'acknowledgement', recipient: 'representative' })
  })

  it('keeps what they say they are unhappy about, where they say it', () => {
    const unhappyAbout = { id: 'unhappy-about', question: 'What?', answer: ['One line.', 'Another.'] }
    const asked = {
      report: { service: 'bins', role: 'complainant' as const, reply_route: 'post' },
      askedAt: new Date(),
      council,
    }
    expect(asComplaint({ ...asked, unhappyAbout })).toMatchObject({
      reasons: 'One line.\nAnother.',
      exchange: unhappyAbout,
    })
    expect(asComplaint({ ...asked, unhappyAbout: null })).toMatchObject({ reasons: null, exchange: null })
  })
})
