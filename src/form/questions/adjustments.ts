import { choices } from '../kinds/choice.ts'

/** What would make it easier to deal with the council (Equality Act 2010; Accessible Information Standard). */
export const adjustments = choices({
  id: 'adjustments',
  options: ['large-print', 'easy-read', 'braille', 'audio', 'bsl', 'text-relay', 'interpreter'],
  optional: true,
  record: 'person.adjustments',
  when: { question: 'reply-route', is: ['email', 'phone', 'post'] },
})
