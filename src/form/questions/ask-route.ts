import { choice } from '../kinds/choice.ts'

/**
 * How the person can be asked. Asked where they can be: not through an MP or a councillor, whose constituent has
 * asked them; not past somebody’s solicitor; and a child under 16 is asked by the team itself.
 */
export const askRoute = choice({
  id: 'ask-route',
  options: ['email', 'post', 'through-me', 'talk-first'],
  record: 'authority.ask_route',
  when: {
    all: [
      { question: 'person-agrees', is: ['yes', 'no', 'not-sure'] },
      { question: 'relationship', isNot: ['mp', 'councillor', 'solicitor'] },
      { question: 'person-age', isNot: ['under-16'] },
    ],
  },
})
