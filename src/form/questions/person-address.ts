import { longText } from '../kinds/text.ts'

/** Where the person lives: it tells them from others of their name, and a letter can reach them there. */
export const personAddress = longText({
  id: 'person-address',
  max: 1000,
  optional: true,
  record: 'affected.postal_address',
  when: {
    all: [
      { question: 'for-whom', is: ['someone-else'] },
      { question: 'relationship', isNot: ['carer'] },
    ],
  },
})
