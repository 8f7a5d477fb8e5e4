import type { CasePerson } from '../../complaints/desk/case.ts'
import { addition } from '../../complaints/follow/addition.ts'
import { issueKey } from '../../complaints/issue-key.ts'
import type { Role } from '../../complaints/ports.ts'
import { choice } from '../../form/kinds/choice.ts'
import type { Journey } from '../../form/journey.ts'
import type { Fields } from '../../form/question.ts'
import { address } from '../../form/questions/address.ts'
import { email } from '../../form/questions/email.ts'
import { interpreterLanguage } from '../../form/questions/interpreter-language.ts'
import { newReplyRoute } from '../../form/questions/new-contact.ts'
import { newAdjustments, newAdjustmentsDetails } from '../../form/questions/new-needs.ts'
import { phone } from '../../form/questions/phone.ts'
import { safeTimes } from '../../form/questions/safe-times.ts'
import { formVersion } from '../../form/version.ts'
import type { Act } from '../act.ts'

/** What the site asks by the same name, of which the desk changes two. */
const kind = choice({ id: 'addition-kind', options: ['contact', 'needs'], record: 'addition.kind' })

const journey: Journey = {
  id: 'desk-change-person',
  steps: [
    { id: 'what', questions: [kind] },
    { id: 'contact', questions: [newReplyRoute, email, phone, safeTimes, address] },
    { id: 'needs', questions: [newAdjustments, interpreterLanguage, newAdjustmentsDetails] },
  ],
}

/** Changes how somebody in a case is reached, or what they need, as they could themselves with their code. */
const change = (role: Role): Act => ({
  id: `change-${role}`,
  name: 'change_person',
  about: 'case',
  offered: ({ complaint, people }) =>
    !complaint.anonymised_at && people.some((person) => person.role === role),
  journey: () => journey,
  begin: (found) => asItStands(found?.people.find((person) => person.role === role)),
  toArgs: ({ id, outcome }, found, { portal, wording }) => {
    const { files, ...told } = addition({
      submissionId: id,
      formVersion: formVersion(journey, portal.wordsIn('en')),
      answers: outcome.answers,
      kept: [],
      wording,
      receivedAt: portal.now(),
      given: null,
    })
    if (files.length) throw new Error('Nobody sends files to the desk.')
    // The case says whose details these are.
    const whose = { question: wording.t('desk.case.whose'), answer: [wording.t(`desk.case.roles.${role}`)] }
    // Whoever is asked for consent at an address that is not theirs is asked again.
    const asked = role === 'affected' && found!.consents.some(({ state }) => state === 'asked')
    return {
      reference: found!.complaint.reference,
      role,
      addition: { ...told, transcript: [whose, ...told.transcript] },
      key: asked ? issueKey({ newId: portal.randomId, keys: portal.keys }, 'consent', role) : null,
    }
  },
})

export const changeComplainant = change('complainant')
export const changeRepresentative = change('representative')
export const changeAffected = change('affected')

/** What is known of somebody, to begin from: what is not written again is taken away. */
const asItStands = (person: CasePerson | undefined): Fields =>
  person
    ? {
        'reply-route': person.reply_route ?? '',
        email: person.email ?? '',
        phone: person.phone ?? '',
        'safe-times': person.safe_times ?? '',
        address: person.postal_address ?? '',
        adjustments: person.adjustments,
        'interpreter-language': person.interpreter_language ?? '',
        'adjustments-details': person.adjustments_details ?? '',
      }
    : {}
