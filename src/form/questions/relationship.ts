import { choice } from '../kinds/choice.ts'

/** Who the writer is to the person: it decides by what right they may act (src/complaints/authority/rules.ts). */
export const relationship = choice({
  id: 'relationship',
  options: [
    'family-or-friend',
    'parent',
    'carer',
    'advocate',
    'attorney-or-deputy',
    'estate',
    'solicitor',
    'mp',
    'councillor',
    'organisation',
  ],
  record: 'representative.relationship',
  when: { question: 'for-whom', is: ['someone-else'] },
})
