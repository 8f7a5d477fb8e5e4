import { choice } from '../kinds/choice.ts'

/** How to reach somebody from now on. The questions after it are those of the complaint itself. */
export const newReplyRoute = choice({
  id: 'reply-route',
  options: ['email', 'phone', 'post'],
  record: 'person.reply_route',
  when: { question: 'addition-kind', is: ['contact'] },
})
