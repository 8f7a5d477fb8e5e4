import { choice } from '../kinds/choice.ts'

/**
 * What to do with a problem that the council hears of for the first time. The person chooses: to have it put right
 * is a request for service, and nobody is refused a complaint (DOMAIN 2.2, 2.6). It decides what the record calls
 * it (src/complaints/kind-of.ts), and is kept as that.
 */
export const firstReport = choice({
  id: 'first-report',
  options: ['put-right', 'complaint'],
  record: 'handling.first_report',
  when: { question: 'told-before', is: ['no'] },
})
