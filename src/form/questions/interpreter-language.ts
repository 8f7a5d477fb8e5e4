import { shortText } from '../kinds/text.ts'

export const interpreterLanguage = shortText({
  id: 'interpreter-language',
  max: 100,
  record: 'person.interpreter_language',
  when: { question: 'adjustments', is: ['interpreter'] },
})
