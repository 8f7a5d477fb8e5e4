import { longText } from '../kinds/text.ts'

/** The person’s own needs, not the writer’s: a format, a language, when not to ring. */
export const personNeeds = longText({
  id: 'person-needs',
  max: 1000,
  optional: true,
  record: 'affected.adjustments_details',
  when: { question: 'ask-route', is: ['email', 'post', 'through-me'] },
})
