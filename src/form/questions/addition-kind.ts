import { choice } from '../kinds/choice.ts'

/** What somebody does to a complaint that they made. */
export const additionKind = choice({
  id: 'addition-kind',
  options: ['more', 'correction', 'contact', 'needs'],
  record: 'addition.kind',
})
