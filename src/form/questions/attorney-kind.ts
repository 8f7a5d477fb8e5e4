import { choice } from '../kinds/choice.ts'

/** What the power of attorney or the court's order covers: each kind covers other matters (DOMAIN 5.1). */
export const attorneyKind = choice({
  id: 'attorney-kind',
  options: ['health-and-welfare', 'property-and-finance', 'both', 'deputy'],
  record: 'authority.basis',
  when: { question: 'relationship', is: ['attorney-or-deputy'] },
})
