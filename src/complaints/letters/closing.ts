import type { Block } from './letter.ts'
import { procedureIn, said, type Writing } from './facts.ts'

/** How to reach the team, and its name under the letter: the end of every letter to a person. */
export function closing({ council, wording }: Pick<Writing, 'council' | 'wording'>): readonly Block[] {
  const { t } = wording
  const { phone, textRelay, email, team } = council.contacts.complaints
  return [
    { heading: t('letters.contact') },
    { paragraph: t('letters.contact-lines', { phone, relay: textRelay, email }) },
    {
      paragraph: t('letters.sign-off', {
        team: said({ wording }, team),
        council: said({ wording }, council.name),
      }),
    },
  ]
}

/** Who looks at a complaint once the council has, or at any time for advice. */
export function ombudsmanFor(writing: Writing): readonly Block[] {
  const { council, wording } = writing
  const ombudsman = council.ombudsmen.find(({ id }) => id === procedureIn(writing)?.ombudsman)
  if (!ombudsman) return []
  const name = said(writing, ombudsman.name)
  return [
    { paragraph: wording.t('letters.ombudsman-any-time', { name }) },
    {
      paragraph: wording.t('letters.ombudsman-contact', {
        name,
        phone: ombudsman.phone,
        web: ombudsman.web,
      }),
    },
  ]
}
