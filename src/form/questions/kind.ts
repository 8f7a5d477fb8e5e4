import { choice } from '../kinds/choice.ts'

/** What the person wants to tell the council. Everything else follows from it. */
export const kind = choice({
  id: 'kind',
  options: ['complaint', 'compliment', 'comment'],
  record: 'complaint.kind',
})
