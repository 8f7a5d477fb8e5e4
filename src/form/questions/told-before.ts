import { choice } from '../kinds/choice.ts'

/** Whether the council already knows: a first report may be a service request that can be put right at once. */
export const toldBefore = choice({
  id: 'told-before',
  options: ['yes', 'no', 'not-sure'],
  record: 'complaint.told_before',
  when: { question: 'kind', is: ['complaint'] },
})
