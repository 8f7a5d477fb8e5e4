import { describe, expect, it } from 'vitest'
import type {
  AdditionFacts,
  DueMessage,
  LetterFacts,
  Recipient,
  Template,
} from '../../src/complaints/letters/ports.ts'
import { compose } from '../../src/complaints/send-mail.ts'
import { council } from '../../src/council/council.ts'
import { wording } from '../form/journeys.ts'
import { lettersFacts, madeUp } from './made-up.ts'

const kinds = ['more', 'correction', 'contact', 'needs', 'review'] as const
const hostile = '</p><script>alert(1)</script>&amp;{reference}'

const stage = { id: 'stage-2', acknowledge_by: '2026-12-29', respond_by: '2027-01-25' }
const addition = (change: Partial<AdditionFacts> = {}): AdditionFacts => ({
  kind: 'more',
  received_on: '2026-12-18',
  verified: true,
  reference: null,
  sender_name: null,
  sender_email: null,
  changed_from: null,
  transcript: [
    { id: 'addition-text', question: 'What would you like to tell us?', answer: ['A private word.'] },
  ],
  ...change,
})
const withoutCode = addition({
  verified: false,
  reference: 'HH5-XXX-222',
  sender_name: 'Zbigniew',
  sender_email: 'typed@example.org',
})

function letter(template: Template, recipient: Recipient, change: Partial<DueMessage> = {}) {
  const message: DueMessage = {
    id: 'm',
    template,
    recipient,
    language: 'en',
    attempts: 1,
    complaint: lettersFacts({}, stage),
    addition: addition(),
    withdrawal: { withdrawn_on: '2026-12-18', take_up_by: '2027-01-06' },
    ...change,
  }
  return compose(message, { council, wordingIn: () => wording, ...madeUp })
}

const all: readonly (readonly [Template, Recipient, Partial<DueMessage>])[] = [
  ...kinds.map((kind) => ['addition-received', 'complainant', { addition: addition({ kind }) }] as const),
  ...kinds.map((kind) => ['new-addition', 'complaints-team', { addition: addition({ kind }) }] as const),
  ['new-addition', 'complaints-team', { addition: withoutCode, complaint: null }],
  ['addition-unmatched', 'sender', { addition: withoutCode, complaint: null }],
  [
    'contact-changed',
    'former-address',
    { addition: addition({ kind: 'contact', changed_from: { email: 'old@example.org' } }) },
  ],
  ['review-acknowledgement', 'complainant', {}],
  ['review-receipt', 'complainant', {}],
  ['new-review', 'complaints-team', {}],
  ['withdrawn', 'complainant', {}],
  ['taken-up', 'complainant', {}],
  ['complaint-withdrawn', 'complaints-team', {}],
  ['complaint-taken-up', 'complaints-team', {}],
]

describe.each(all)('the letter %s to %s', (template, recipient, change) => {
  it('can be written whatever the record holds of dates, reasons and stages', () => {
    const bare: LetterFacts = lettersFacts({}, { id: 'gone', acknowledge_by: null, respond_by: null })
    const complaints = [lettersFacts({}, stage), bare, { ...bare, stage: null, procedure: 'gone', keys: [] }]
    for (const complaint of 'complaint' in change ? [null] : complaints)
      for (const transcript of [addition().transcript, []]) {
        const of = { ...addition(), ...change.addition, transcript }
        expect(letter(template, recipient, { ...change, complaint, addition: of })?.text).toMatch(/\w/)
      }
  })

  it('names nobody, and holds none of their words, in its subject', () => {
    const { subject } = letter(template, recipient, change)!
    expect(subject).not.toMatch(/Łukasz|Neill|lukasz@|private|typed@|Zbigniew|HH5/)
  })

  it('runs nothing that a hostile person wrote, and links to nothing', () => {
    const transcript = [{ id: 'x', question: hostile, answer: [hostile] }]
    const of = { ...addition(), ...change.addition, transcript, reference: hostile }
    const { html } = letter(template, recipient, { ...change, addition: of })!
    expect(html).not.toMatch(/<script|\b(src|href|action)=/)
  })

  it('goes to the address of whom it is for, and nowhere else', () => {
    const to: Partial<Record<Recipient, string>> = {
      complainant: 'lukasz@example.org',
      'complaints-team': council.contacts.complaints.email,
      sender: 'typed@example.org',
      'former-address': 'old@example.org',
    }
    expect(letter(template, recipient, change)!.to).toBe(to[recipient])
  })
})

describe('who gets which fact', () => {
  it('the sender of an addition without a code gets nothing of the complaint, and nothing that they sent', () => {
    const { text } = letter('addition-unmatched', 'sender', {
      addition: withoutCode,
      complaint: lettersFacts(),
    })!
    expect(text).not.toMatch(/7KM|HH5|Zbigniew|Łukasz|private|[Bb]ins|Stage|follow\/open|\w{4}-\w{4}-\w{4}/)
  })

  it('an address that was changed gets neither the new one, nor the name, nor a way in', () => {
    const { text } = letter(
      'contact-changed',
      'former-address',
      all.find(([id]) => id === 'contact-changed')![2],
    )!
    expect(text).not.toMatch(/Łukasz|lukasz@|private|follow\/open|\w{4}-\w{4}-\w{4}/)
  })

  it('the person gets the day and the reference of what they added, and their words stay with the team', () => {
    const { text } = letter('addition-received', 'complainant')!
    expect(text).toContain('7KM-2RX-9TC')
    expect(text).not.toContain('A private word.')
    expect(letter('new-addition', 'complaints-team')!.text).toContain('A private word.')
  })

  it('the team is told that nobody has shown who sent an addition without a code', () => {
    const { text } = letter('new-addition', 'complaints-team', { addition: withoutCode, complaint: null })!
    expect(text).toContain('HH5-XXX-222')
    expect(text).toContain('Nobody has shown that this is from the person who complained.')
  })

  it('only an acknowledgement of a review calls itself one, and only a receipt promises one', () => {
    const [acknowledgement, receipt] = (['review-acknowledgement', 'review-receipt'] as const).map(
      (template) => letter(template, 'complainant')!.text,
    )
    expect(acknowledgement).toContain('This email is our acknowledgement.')
    expect(acknowledgement).not.toContain('We will acknowledge it by')
    expect(receipt).toContain('We will acknowledge it by Tuesday 29 December 2026')
    expect(receipt).not.toContain('our acknowledgement')
  })

  it('a letter about an addition or a withdrawal that has gone is none', () => {
    expect(letter('addition-received', 'complainant', { addition: null })).toBeNull()
    expect(letter('withdrawn', 'complainant', { withdrawal: null })).toBeNull()
    expect(letter('acknowledgement', 'complainant', { complaint: null })).toBeNull()
  })
})
