import { choice } from '../kinds/choice.ts'

/** What the writer knows of the person’s own will. Somebody’s death is an answer here, so that nobody is asked twice. */
export const personAgrees = choice({
  id: 'person-agrees',
  options: ['yes', 'no', 'cannot-decide', 'died', 'not-sure'],
  record: 'authority.agreement',
  when: {
    all: [
      { question: 'for-whom', is: ['someone-else'] },
      { question: 'relationship', isNot: ['carer', 'estate'] },
    ],
  },
})
