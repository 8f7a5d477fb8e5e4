import { choice, choices } from '../../form/kinds/choice.ts'
import { longText, shortText } from '../../form/kinds/text.ts'
import type { Act } from '../act.ts'

const may = ['act', 'receive', 'see']
const seen = choice({
  id: 'desk-seen',
  options: ['original', 'certified-copy', 'copy', 'register', 'council-record', 'spoken'],
  record: 'desk.how',
})
const seenDetails = longText({ id: 'desk-seen-details', max: 2000, record: 'desk.details', optional: true })
const mayWhat = choices({ id: 'desk-may', options: may, record: 'desk.may' })

/** The team has seen that somebody may act for another. */
export const confirmAuthority: Act = {
  id: 'confirm-authority',
  about: 'case',
  offered: ({ authority }) => authority !== null && !['confirmed', 'not-needed'].includes(authority.state),
  journey: () => ({
    id: 'desk-confirm-authority',
    steps: [{ id: 'seen', questions: [seen, seenDetails, mayWhat] }],
  }),
  toArgs: ({ answer, answers }, found) => ({
    reference: found!.complaint.reference,
    how: answer('desk-seen'),
    details: answer('desk-seen-details') || null,
    may: answers('desk-may'),
  }),
}

const why = longText({ id: 'desk-refused-because', max: 5000, record: 'desk.reason' })

/** The team does not accept that somebody acts for another, and says why in writing (2009 Regulations, regulation 5). */
export const refuseAuthority: Act = {
  id: 'refuse-authority',
  about: 'case',
  offered: ({ authority }) => authority !== null && !['refused', 'not-needed'].includes(authority.state),
  journey: () => ({ id: 'desk-refuse-authority', steps: [{ id: 'why', questions: [why] }] }),
  toArgs: ({ answer }, found) => ({
    reference: found!.complaint.reference,
    reason: answer('desk-refused-because'),
  }),
}

const checked = choice({
  id: 'desk-consent-checked',
  options: ['address-held', 'team-checked'],
  record: 'desk.how',
})

/** The team has checked a yes that came by itself. */
export const confirmConsent: Act = {
  id: 'confirm-consent',
  about: 'case',
  offered: ({ consents }) => consents.some(({ state }) => state === 'claimed'),
  journey: () => ({ id: 'desk-confirm-consent', steps: [{ id: 'checked', questions: [checked] }] }),
  toArgs: ({ answer }, found) => ({
    reference: found!.complaint.reference,
    consent: found!.consents.find(({ state }) => state === 'claimed')!.id,
    how: answer('desk-consent-checked'),
  }),
}

const yes = { question: 'desk-consent-answer', is: ['yes'] }
const consentQuestions = [
  choice({ id: 'desk-consent-by', options: ['spoken', 'paper'], record: 'desk.by' }),
  choice({
    id: 'desk-consent-answer',
    options: ['yes', 'no', 'talk-first', 'withdrawn'],
    record: 'desk.answer',
  }),
  choices({ id: 'desk-consent-may', options: may, record: 'desk.may', when: yes }),
  shortText({
    id: 'desk-consent-name',
    max: 200,
    record: 'desk.typed_name',
    when: { all: [yes, { question: 'desk-consent-by', is: ['paper'] }] },
  }),
  choice({
    id: 'desk-consent-sure',
    options: ['address-held', 'team-checked', 'not-yet'],
    record: 'desk.confirmed_how',
    when: yes,
  }),
  shortText({ id: 'desk-consent-helper', max: 200, record: 'desk.helper', optional: true }),
  shortText({
    id: 'desk-consent-reach',
    max: 500,
    record: 'desk.reach',
    optional: true,
    when: { question: 'desk-consent-answer', is: ['talk-first'] },
  }),
  choice({
    id: 'desk-consent-alone',
    options: ['yes', 'no', 'not-sure'],
    record: 'desk.go_on_alone',
    when: { question: 'desk-consent-answer', is: ['withdrawn'] },
  }),
]

/** Writes down what the person complained for said, or sent on paper. */
export const recordConsent: Act = {
  id: 'record-consent',
  about: 'case',
  offered: ({ consents }) => consents.length > 0,
  journey: () => ({ id: 'desk-record-consent', steps: [{ id: 'said', questions: consentQuestions }] }),
  toArgs: ({ answer, answers }, found) => {
    const sure = answer('desk-consent-sure')
    return {
      reference: found!.complaint.reference,
      by: answer('desk-consent-by'),
      answer: answer('desk-consent-answer'),
      may: answers('desk-consent-may'),
      typed_name: answer('desk-consent-name') || null,
      helper: answer('desk-consent-helper') || null,
      reach: answer('desk-consent-reach') || null,
      go_on_alone: answer('desk-consent-alone') || null,
      confirmed_how: sure && sure !== 'not-yet' ? sure : null,
    }
  },
}
