import { shortText } from '../kinds/text.ts'

/** The person complained for. Who cares for somebody and writes about that needs nobody’s name. */
export const personName = shortText({
  id: 'person-name',
  max: 200,
  record: 'affected.name',
  when: {
    all: [
      { question: 'for-whom', is: ['someone-else'] },
      { question: 'relationship', isNot: ['carer'] },
    ],
  },
})
