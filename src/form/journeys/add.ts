import type { Journey, Step } from '../journey.ts'
import type { Question } from '../question.ts'
import { additionKind } from '../questions/addition-kind.ts'
import { additionText } from '../questions/addition-text.ts'
import { address } from '../questions/address.ts'
import { codeIfKnown } from '../questions/code.ts'
import { email } from '../questions/email.ts'
import { files } from '../questions/files.ts'
import { interpreterLanguage } from '../questions/interpreter-language.ts'
import { knownBy, knownByIfCode } from '../questions/known-by.ts'
import { newReplyRoute } from '../questions/new-contact.ts'
import { newAdjustments, newAdjustmentsDetails } from '../questions/new-needs.ts'
import { phone } from '../questions/phone.ts'
import { reference } from '../questions/reference.ts'
import { safeTimes } from '../questions/safe-times.ts'
import { senderEmail, senderName } from '../questions/sender.ts'

const steps = (known: Question): readonly Step[] => [
  { id: 'what', questions: [additionKind, additionText] },
  { id: 'files', questions: [files] },
  { id: 'contact', questions: [newReplyRoute, email, phone, safeTimes, address, known] },
  { id: 'needs', questions: [newAdjustments, interpreterLanguage, newAdjustmentsDetails] },
]

/** To add to a complaint, or change something of it, from its own page. */
export const addOpened: Journey = { id: 'add', steps: steps(knownBy) }

/** The same from anywhere, with the reference, and with the code where it is known. */
export const add: Journey = {
  id: 'add',
  steps: [
    { id: 'which', questions: [reference, codeIfKnown] },
    ...steps(knownByIfCode),
    { id: 'sender', questions: [senderName, senderEmail] },
  ],
}
