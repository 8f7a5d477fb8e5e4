import { choice } from '../kinds/choice.ts'

export const goOnAlone = choice({
  id: 'go-on-alone',
  options: ['yes', 'no', 'not-sure'],
  optional: true,
  record: 'consent.go_on_alone',
})
