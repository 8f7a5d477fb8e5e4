import { describe, expect, it } from 'vitest'
import { compose } from '../../src/complaints/send-mail.ts'
import type { LetterFacts, Recipient, Template } from '../../src/complaints/letters/ports.ts'
import { council, type Procedure } from '../../src/council/council.ts'
import type { Fields } from '../../src/form/question.ts'
import { wording } from '../form/journeys.ts'
import { councilWith, lettersFacts, procedureWith, madeUp } from './made-up.ts'

const recipients = {
  acknowledgement: 'complainant',
  receipt: 'complainant',
  'report-receipt': 'complainant',
  'became-a-complaint': 'complaints-team',
  'survey-invitation': 'complainant',
  thanks: 'complainant',
  'new-submission': 'complaints-team',
  'risk-of-harm': 'safeguarding',
} as const satisfies Partial<Record<Template, Recipient>>
const days = { id: 'stage-1', acknowledge_by: '2026-12-29', respond_by: '2027-01-06' }

interface Case {
  change?: Fields
  stage?: LetterFacts['stage']
  procedure?: Procedure
}

/** The email that a message becomes. */
function letter(template: keyof typeof recipients, { change = {}, stage = days, procedure }: Case = {}) {
  const message = { id: 'm', template, recipient: recipients[template], language: 'en', attempts: 1 }
  const of = procedure ? councilWith(procedure) : council
  return compose(
    { ...message, complaint: lettersFacts(change, stage) },
    { council: of, wordingIn: () => wording, ...madeUp },
  )!
}

const whole = {
  'happened-on-month': '12',
  'happened-on-year': '2017',
  'told-before': 'yes',
  'told-before-details': 'I rang in May.',
  adjustments: ['large-print', 'interpreter'],
  'interpreter-language': 'Polish',
  'adjustments-details': 'Eighteen point, please.',
}

describe('an acknowledgement', () => {
  it('says all that one must: DOMAIN 1.5 and 2.3', async () => {
    const { text } = letter('acknowledgement', { change: whole })
    await expect(text).toMatchFileSnapshot('as-sent/acknowledgement.txt')
    const [ombudsman] = council.ombudsmen
    const musts = {
      reference: '7KM-2RX-9TC',
      received: 'Friday 18 December 2026',
      understanding: 'It was full of fish.',
      outcome: 'Empty it, and say sorry.',
      stage: 'Stage 1',
      investigator: 'A manager in the service you are complaining about',
      due: 'Wednesday 6 January 2027',
      adjustments: 'Large print, Another language, Polish, Eighteen point, please.',
      additions: 'Reply to this email, or ring 01632 960100',
      ombudsman: `${ombudsman!.name['en']}: ${ombudsman!.phone}, ${ombudsman!.web}`,
      advocacy: council.advocacy[0]!.phone,
      contact: council.contacts.complaints.textRelay,
      reassurance: 'Complaining will not affect the service you get.',
    }
    for (const [must, said] of Object.entries(musts)) expect(text, must).toContain(said)
  })

  it('goes to the person, and an answer to it goes to the complaints team', () => {
    expect(letter('acknowledgement')).toMatchObject({
      to: 'lukasz@example.org',
      replyTo: 'complaints@northmere.example.org',
      subject: 'We have your complaint: 7KM-2RX-9TC',
    })
  })

  it('promises no longer time where the stage allows none', () => {
    const longer = 'If we need longer'
    expect(letter('acknowledgement').text).toContain(longer)
    const procedure = procedureWith('system')
    const [stage] = procedure.stages as [Procedure['stages'][number]]
    delete stage.extension
    expect(letter('acknowledgement', { procedure }).text).not.toContain(longer)
  })

  it('says that a day will be agreed where none is fixed, and nothing of a later one', () => {
    const open = { id: 'stage-1', acknowledge_by: '2026-12-29', respond_by: null }
    const { text } = letter('acknowledgement', {
      stage: open,
      procedure: procedureWith('system', { respond: null }),
    })
    expect(text).toContain('We will be in touch to agree this by Tuesday 29 December 2026.')
    expect(text).not.toMatch(/full reply by|If we need longer/)
  })

  it('still gives the days of a procedure that council.json no longer has', () => {
    const { text } = letter('acknowledgement', { procedure: { ...procedureWith('system'), id: 'new' } })
    expect(text).toContain('Wednesday 6 January 2027')
    expect(text).not.toMatch(/compliment|idea/)
  })
})

describe('a receipt', () => {
  const procedure = procedureWith('team')

  it('promises the acknowledgement by one day and the reply by another, and is no acknowledgement', () => {
    const { text, subject } = letter('receipt', { procedure, stage: { ...days, respond_by: '2027-01-13' } })
    expect(subject).toBe('We have received your complaint: 7KM-2RX-9TC')
    expect(text).toContain('We will acknowledge it by Tuesday 29 December 2026')
    expect(text).toContain('full reply by Wednesday 13 January 2027 at the latest')
    expect(text).not.toContain('our acknowledgement')
  })

  it('does not call itself an acknowledgement where there is but one day to promise', () => {
    const open = procedureWith('team', { acknowledge: null })
    const { text } = letter('receipt', { procedure: open, stage: { ...days, acknowledge_by: null } })
    expect(text).toContain('full reply by Wednesday 6 January 2027')
    expect(text).not.toContain('our acknowledgement')
  })
})

describe('thanks', () => {
  it('say what was sent and what becomes of it, and nothing of stages, days or the Ombudsman', () => {
    for (const kind of ['compliment', 'comment']) {
      const { text, subject } = letter('thanks', { change: { kind }, stage: null })
      expect(subject).toBe('Thank you for writing to us: 7KM-2RX-9TC')
      expect(text).toContain(kind === 'comment' ? 'Smaller bins, please.' : 'The crew came back for my bin.')
      expect(text).not.toMatch(/Stage 1|Ombudsman|full reply/)
    }
  })
})

describe('the letter to the complaints team', () => {
  it('puts the flags first, then the needs, what is due, and every word', async () => {
    const change = {
      ...whole,
      risk: 'yes',
      discrimination: 'not-sure',
      'discrimination-details': 'My accent.',
    }
    const { text } = letter('new-submission', { change })
    await expect(text).toMatchFileSnapshot('as-sent/new-submission.txt')
  })

  it('raises a flag for yes and for not sure, and none for no', () => {
    const flags = (change: Fields) => letter('new-submission', { change }).text.includes('LOOK AT THIS FIRST')
    expect(flags({})).toBe(false)
    for (const answer of ['yes', 'not-sure']) {
      expect(flags({ risk: answer })).toBe(true)
      expect(flags({ discrimination: answer })).toBe(true)
    }
  })

  it('never says that nothing was asked for where the person wrote what they need', () => {
    const none = 'They did not ask for anything.'
    expect(letter('new-submission').text).toContain(none)
    const needs: Fields[] = [{ adjustments: ['bsl'] }, { 'adjustments-details': 'I need\nmore time.' }]
    for (const change of needs) {
      expect(letter('new-submission', { change }).text).not.toContain(none)
    }
    expect(
      letter('new-submission', { change: { 'adjustments-details': 'I need\nmore time.' } }).text,
    ).toContain('They need: I need more time.\n')
  })

  it.each([
    [
      'email',
      'The acknowledgement goes to them by email. The full reply is due by Wednesday 6 January 2027.',
    ],
    ['phone', 'Ring to acknowledge by Tuesday 29 December 2026.'],
    ['post', 'Write to acknowledge by Tuesday 29 December 2026.'],
    ['anonymous', 'record what you find by Wednesday 6 January 2027.'],
  ])('says what to do for a person who asked for an answer by %s', (route, expected) => {
    expect(letter('new-submission', { change: { 'reply-route': route } }).text).toContain(expected)
  })

  it('says that a receipt has gone where the team acknowledges', () => {
    expect(letter('new-submission', { procedure: procedureWith('team') }).text).toContain(
      'A receipt goes to them by email. Acknowledge by Tuesday 29 December 2026.',
    )
  })

  it('asks no reply to thanks or an idea', () => {
    expect(letter('new-submission', { change: { kind: 'comment' }, stage: null }).text).toContain(
      'No reply is due',
    )
  })
})

describe('the letter to the safeguarding team', () => {
  it('says at once who may be at risk, in the person’s own words, and what they were told', () => {
    const { text, to, subject, replyTo } = letter('risk-of-harm', { change: { risk: 'not-sure' } })
    expect({ to, subject, replyTo }).toEqual({
      to: 'safeguarding@northmere.example.org',
      subject: 'Someone may be at risk of harm: 7KM-2RX-9TC',
    })
    expect(text).toMatch(
      /^A person who wrote to the council is not sure whether someone is at risk of harm now\./,
    )
    expect(text).toContain('ring 999')
    expect(text).toContain('It was full of fish.')
    expect(letter('risk-of-harm', { change: { risk: 'yes' } }).text).toContain('says that someone is at risk')
  })
})
