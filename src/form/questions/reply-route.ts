import { choice } from '../kinds/choice.ts'

/**
 * How the person wants to be answered; `anonymous` gives neither name nor address, and gets no reply. Who acts for
 * somebody else says who they are: nobody can agree to be spoken for by a stranger.
 */
export const replyRoute = choice({
  id: 'reply-route',
  options: ['email', 'phone', 'post', 'anonymous'],
  offered: { anonymous: { question: 'for-whom', isNot: ['someone-else'] } },
  record: 'person.reply_route',
})
