import { shortText } from '../kinds/text.ts'

/** An interpreter or a helper is named, so that the team knows who read it with them. */
export const consentHelper = shortText({
  id: 'consent-helper',
  max: 200,
  optional: true,
  record: 'consent.helper',
})
