import { email, shortText } from '../kinds/text.ts'

/** Who sends something without a code, so that the team can find the complaint. */
export const senderName = shortText({
  id: 'sender-name',
  max: 200,
  autocomplete: 'name',
  optional: true,
  identifies: true,
  record: 'addition.sender_name',
})

/** Where to say that it has come, where there is no code to know them by. */
export const senderEmail = email({
  id: 'sender-email',
  optional: true,
  identifies: true,
  record: 'addition.sender_email',
})
