import { said, type Writing } from '../facts.ts'
import type { Block } from '../letter.ts'

/** How a letter about consent to a person ends: how to reach the team, and its name. */
export function closing(writing: Writing): readonly Block[] {
  const { council, wording } = writing
  const { phone, textRelay, email, team } = council.contacts.complaints
  return [
    { heading: wording.t('letters.contact') },
    { paragraph: wording.t('letters.contact-lines', { phone, relay: textRelay, email }) },
    {
      paragraph: wording.t('letters.sign-off', {
        team: said(writing, team),
        council: said(writing, council.name),
      }),
    },
  ]
}

/** "Hello …" to who has a name. */
export const greeting = (name: string | null, { wording }: Pick<Writing, 'wording'>): readonly Block[] =>
  name ? [{ paragraph: wording.t('letters.hello', { name }) }] : []
