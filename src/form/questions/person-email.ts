import { email } from '../kinds/text.ts'

/** Never filled in by the browser, which knows the writer's own address alone. */
export const personEmail = email({
  id: 'person-email',
  autocomplete: 'off',
  record: 'affected.email',
  when: { question: 'ask-route', is: ['email'] },
})
