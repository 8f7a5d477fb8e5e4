import type { CasePerson } from '../../complaints/desk/case.ts'
import { addition } from '../../complaints/follow/addition.ts'
import { choice } from '../../form/kinds/choice.ts'
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

const whose = (people: readonly CasePerson[]) =>
  choice({ id: 'desk-whose', options: people.map(({ role }) => role), record: 'desk.role' })

/** Changes how somebody is reached, or what they need, as they could themselves with their code. */
export const changePerson: Act = {
  id: 'change-person',
  about: 'case',
  offered: ({ complaint }) => !complaint.anonymised_at,
  journey: (found) => ({
    id: 'desk-change-person',
    steps: [
      { id: 'whose', questions: [whose(found?.people ?? []), kind] },
      { id: 'contact', questions: [newReplyRoute, email, phone, safeTimes, address] },
      { id: 'needs', questions: [newAdjustments, interpreterLanguage, newAdjustmentsDetails] },
    ],
  }),
  begin: (found) => (found?.people.length === 1 ? asItStands(found.people[0]!) : {}),
  toArgs: ({ id, outcome, answer }, found, around) => {
    const { portal, wording } = around
    const { files, ...told } = addition({
      submissionId: id,
      formVersion: formVersion(changePerson.journey(found, around), portal.wordsIn('en')),
      answers: outcome.answers.filter(({ question }) => !question.record.startsWith('desk.')),
      kept: [],
      wording,
      receivedAt: portal.now(),
      given: null,
    })
    if (files.length) throw new Error('Nobody sends files to the desk.')
    return { reference: found!.complaint.reference, role: answer('desk-whose'), addition: told }
  },
}

/** What is known of somebody, to begin from: what is not written again would be lost. */
const asItStands = (person: CasePerson): Fields => ({
  'desk-whose': person.role,
  'reply-route': person.reply_route ?? '',
  email: person.email ?? '',
  phone: person.phone ?? '',
  'safe-times': person.safe_times ?? '',
  address: person.postal_address ?? '',
  adjustments: person.adjustments,
  'interpreter-language': person.interpreter_language ?? '',
  'adjustments-details': person.adjustments_details ?? '',
})
