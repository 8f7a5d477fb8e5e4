import type { DeskFacts, DeskTemplate } from '../../../src/complaints/desk/facts.ts'
import type { Acting } from '../../../src/complaints/authority/acting.ts'
import type { LetterFacts } from '../../../src/complaints/letters/ports.ts'
import type { DeskWriting } from '../../../src/complaints/letters/desk/ports.ts'
import { deskLetter } from '../../../src/complaints/letters/desk/letters.ts'
import { council } from '../../../src/council/council.ts'
import type { Fields } from '../../../src/form/question.ts'
import type { Wording } from '../../../src/form/wording.ts'
import { wording } from '../../form/journeys.ts'
import { lettersFacts, madeUp } from '../made-up.ts'

export const everyTemplate: readonly DeskTemplate[] = [
  'acknowledged',
  'handler-changed',
  'extended',
  'replied',
  'next-stage',
  'not-taken-on',
  'authority-accepted',
  'authority-refused',
]

/** The letters that are about a right to act, and so go only to somebody who acts. */
export const isAboutAuthority = (template: string) => template.startsWith('authority-')

/** What an officer wrote, each text by a word that is nowhere else; `change` alters it. */
export const deskFacts = (change: Partial<DeskFacts> = {}): DeskFacts => ({
  may_be_told: true,
  handler: {
    name: 'Handler-Amina Yusuf',
    role: 'Role-Complaints Officer',
    phone: '01632 960142',
    email: 'amina@example.org',
  },
  points: [
    {
      text: 'Point-bin missed on 3 December.',
      ours: true,
      answer: 'Answer-crew could not get past a van.',
      decision: 'upheld',
    },
    {
      text: 'Point-driver was rude.',
      ours: true,
      answer: 'Answer-crew say otherwise.',
      decision: 'not-upheld',
    },
    { text: 'Point-hospital bins are full.', ours: false, whose: 'Whose-Northmere Hospital' },
  ],
  desired_outcome: 'Wanted-an apology, and the bin emptied.',
  investigated: 'Investigated-we read the crew’s log.',
  decision: 'partly-upheld',
  apology: 'Apology-we should have come back the same day.',
  outcome_description: 'Found-nobody told the crew to come back.',
  remedy: 'Remedy-we empty the bin.',
  remedy_by: '2027-01-15',
  learning: 'Learned-logs were not read.',
  actions: [{ action: 'Action-read logs each evening.', owner: 'Owner-Depot manager', by: '2027-02-01' }],
  extension: { reason: 'Reason-the driver was away.', until: '2027-01-20', instead_of: '2027-01-06' },
  refusal: {
    reason: 'other-route',
    explanation: 'Refusal-the fine has an appeal.',
    where_else: 'Where-the tribunal.',
  },
  authority: { refused_because: 'Authority-the papers name somebody else.' },
  requested_on: '2026-12-30',
  replied_on: '2027-01-05',
  ...change,
})

/** Somebody acts for Halina; `state` is how far that is. */
export const acting = (state: string, rule = 'adult'): Acting => ({
  rule,
  evidence: ['agreement'],
  asks_person: true,
  ask_route: 'email',
  state,
  representative: { name: 'Zbigniew Lis', relationship: 'friend', organisation: null, own_reference: null },
  affected: { name: 'Halina Wrona' },
})

interface Case {
  readonly fields?: Fields
  readonly desk?: Partial<DeskFacts>
  readonly complaint?: Partial<LetterFacts>
  readonly in?: Wording
}

export const deskWriting = (made: Case = {}): DeskWriting => ({
  complaint: {
    ...lettersFacts(made.fields, {
      id: 'stage-1',
      acknowledge_by: '2026-12-29',
      respond_by: '2027-01-06',
    }),
    ...made.complaint,
  },
  desk: deskFacts(made.desk),
  council,
  wording: made.in ?? wording,
  ...madeUp,
})

/** What a letter needs of the world, for those who acts for somebody and for those who write for themselves. */
export const caseFor = (template: DeskTemplate, made: Case = {}): Case =>
  isAboutAuthority(template)
    ? {
        ...made,
        complaint: {
          acting: acting(template === 'authority-refused' ? 'refused' : 'confirmed'),
          ...made.complaint,
        },
        desk: { may_be_told: template !== 'authority-refused', ...made.desk },
      }
    : made

export const letterOf = (template: DeskTemplate, made: Case = {}) =>
  deskLetter(template, deskWriting(caseFor(template, made)))

/** A letter's text, as it stands in plain text. */
export { plainText } from '../../../src/complaints/letters/letter.ts'
