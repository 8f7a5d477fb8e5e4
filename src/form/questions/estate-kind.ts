import { choice } from '../kinds/choice.ts'

/** Who acts for somebody who has died: an executor or administrator; else the next of kin (DOMAIN 5.1). */
export const estateKind = choice({
  id: 'estate-kind',
  options: ['executor', 'next-of-kin'],
  record: 'authority.basis',
  when: { question: 'relationship', is: ['estate'] },
})
