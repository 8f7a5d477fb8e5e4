import { shortText } from '../kinds/text.ts'

/** What somebody who does this often calls the matter, so that our letters find their file. */
export const ownReference = shortText({
  id: 'own-reference',
  max: 100,
  optional: true,
  record: 'representative.own_reference',
  when: { question: 'relationship', is: ['advocate', 'solicitor', 'mp', 'councillor', 'organisation'] },
})
