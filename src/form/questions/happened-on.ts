import { partialDate } from '../kinds/partial-date.ts'

/** When it happened, as nearly as the person knows. */
export const happenedOn = partialDate({
  id: 'happened-on',
  optional: true,
  record: 'complaint.happened_on',
  when: { question: 'kind', isNot: ['comment'] },
})
