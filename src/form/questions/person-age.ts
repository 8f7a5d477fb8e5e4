import { choice } from '../kinds/choice.ts'

/** Asked where a rule depends on it: from 16 on somebody is taken to decide for themself (DOMAIN 5.2). */
export const personAge = choice({
  id: 'person-age',
  options: ['under-16', '16-17', 'adult'],
  record: 'affected.age_group',
  when: { question: 'relationship', is: ['family-or-friend', 'parent', 'advocate', 'organisation'] },
})
