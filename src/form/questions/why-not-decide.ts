import { longText } from '../kinds/text.ts'

/** What the team’s decision about best interests begins from. */
export const whyNotDecide = longText({
  id: 'why-not-decide',
  max: 2000,
  optional: true,
  record: 'authority.details',
  when: { question: 'person-agrees', is: ['cannot-decide'] },
})
