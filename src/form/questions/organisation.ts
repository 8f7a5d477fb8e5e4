import { shortText } from '../kinds/text.ts'

export const organisation = shortText({
  id: 'organisation',
  max: 200,
  optional: true,
  autocomplete: 'organization',
  record: 'representative.organisation',
  when: { question: 'relationship', is: ['advocate', 'solicitor', 'organisation'] },
})
