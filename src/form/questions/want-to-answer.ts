import { choice } from '../kinds/choice.ts'

/** The gate before questions about the person: nobody has to go through it. */
export const wantToAnswer = choice({
  id: 'want-to-answer',
  options: ['yes', 'no'],
  record: 'handling.want_to_answer',
})
