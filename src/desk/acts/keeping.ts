import type { Case } from '../../complaints/desk/case.ts'
import { readReference } from '../../complaints/reference.ts'
import { choice } from '../../form/kinds/choice.ts'
import { email, longText, phone, shortText } from '../../form/kinds/text.ts'
import type { Act } from '../act.ts'

const holdReason = longText({ id: 'desk-hold-reason', max: 2000, record: 'desk.reason' })

/** Holds a complaint, so that neither time nor erasure takes anything out of it. */
export const hold: Act = {
  id: 'hold',
  about: 'case',
  offered: ({ complaint }) => !complaint.held && !complaint.anonymised_at,
  journey: () => ({ id: 'desk-hold', steps: [{ id: 'why', questions: [holdReason] }] }),
  toArgs: ({ answer }, found) => ({
    reference: found!.complaint.reference,
    reason: answer('desk-hold-reason'),
  }),
}

const releaseReason = longText({ id: 'desk-release-reason', max: 2000, record: 'desk.reason' })

/** Lifts the hold: what is past its time goes the next night. */
export const release: Act = {
  id: 'release',
  about: 'case',
  offered: ({ complaint }) => complaint.held,
  journey: () => ({ id: 'desk-release', steps: [{ id: 'why', questions: [releaseReason] }] }),
  toArgs: ({ answer }, found) => ({
    reference: found!.complaint.reference,
    reason: answer('desk-release-reason'),
  }),
}

const whole = 'complaint'
const roles = ['complainant', 'representative', 'affected']
const sure = shortText({ id: 'desk-erase-sure', max: 100, record: 'desk.sure' })
const rolesIn = ({ people }: Case) => roles.filter((role) => people.some((person) => person.role === role))

/** Erases a complaint, or one person in it, because somebody asked (UK GDPR, Article 17). */
export const erase: Act = {
  id: 'erase',
  about: 'case',
  offered: ({ complaint }) =>
    !complaint.held &&
    !complaint.anonymised_at &&
    (complaint.kind !== 'complaint' || complaint.closed_at !== null),
  journey: (found) => ({
    id: 'desk-erase',
    steps: [
      {
        id: 'what',
        questions: [
          choice({
            id: 'desk-erase-what',
            options: [whole, ...(found ? rolesIn(found) : [])],
            record: 'desk.what',
          }),
          sure,
        ],
      },
    ],
  }),
  toArgs: ({ answer }, found) => {
    const { reference } = found!.complaint
    if (readReference(answer('desk-erase-sure')) !== reference)
      return { errors: [{ question: 'desk-erase-sure', field: 'desk-erase-sure', code: 'not-this-one' }] }
    const what = answer('desk-erase-what')
    return { reference, role: what === whole ? null : what }
  },
}

/** Erases what came without a code, because somebody asked. */
export const eraseAddition: Act = {
  id: 'erase-addition',
  name: 'erase',
  about: 'addition',
  journey: () => ({ id: 'desk-erase-addition', steps: [] }),
  toArgs: ({ about }) => ({ addition: about }),
}

const optional = { record: 'desk.person', optional: true } as const
const person = [
  shortText({ id: 'desk-person-reference', max: 100, ...optional }),
  choice({ id: 'desk-person-role', options: roles, ...optional }),
  email({ id: 'desk-person-email', autocomplete: 'off', ...optional }),
  phone({ id: 'desk-person-phone', ...optional }),
  shortText({ id: 'desk-person-name', max: 200, ...optional }),
]

/** Copies all that is kept about one person, to be read and given to them (UK GDPR, Article 15). It comes as a file. */
export const exportPerson: Act = {
  id: 'export-person',
  about: 'none',
  journey: () => ({ id: 'desk-export-person', steps: [{ id: 'who', questions: person }] }),
  toArgs: ({ answer }) => {
    const typed = answer('desk-person-reference')
    const reference = readReference(typed)
    const wrong = (question: string, code: string) => ({ errors: [{ question, field: question, code }] })
    if (typed && !reference) return wrong('desk-person-reference', 'not-references')
    const known = ['email', 'phone', 'name'].map(
      (what) => [what, answer(`desk-person-${what}`) || null] as const,
    )
    if (!reference && !known.some(([, value]) => value)) return wrong('desk-person-reference', 'nobody')
    return {
      reference,
      role: (reference && answer('desk-person-role')) || null,
      ...Object.fromEntries(known),
    }
  },
}
