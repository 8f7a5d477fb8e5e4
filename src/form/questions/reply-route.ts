import { choice } from '../kinds/choice.ts'

/** How the person wants to be answered; `anonymous` gives neither name nor address, and gets no reply. */
export const replyRoute = choice({
  id: 'reply-route',
  options: ['email', 'phone', 'post', 'anonymous'],
  record: 'person.reply_route',
})
