import type { Letter } from '../letter.ts'
import { advocates } from '../rights-and-help.ts'
import {
  underHeading,
  ending,
  greeting,
  independentAdvice,
  whenWeReply,
  whichComplaint,
  whoDealsWithIt,
} from './parts.ts'
import type { DeskWriting } from './ports.ts'

/** Rules for somebody who has died: nobody says of them that they could complain themself. */
const afterADeath: readonly string[] = ['executor', 'next-of-kin', 'someone-who-died']

/** To whoever acts for somebody: that they may. Null where they may not (any more). */
export function authorityAccepted(writing: DeskWriting): Letter | null {
  const { complaint, desk, wording } = writing
  const { t } = wording
  const affected = complaint.acting?.affected
  if (!affected || !desk.may_be_told) return null
  return {
    subject: t('desk-letters.authority-accepted.subject', { reference: complaint.reference }),
    blocks: [
      ...greeting(writing),
      { paragraph: t('desk-letters.authority-accepted.lead', { affected: affected.name }) },
      whichComplaint(writing),
      { heading: t('letters.next') },
      { paragraph: t('desk-letters.authority-accepted.means') },
      ...whoDealsWithIt(writing),
      ...whenWeReply(writing),
      { paragraph: t('desk-letters.authority-accepted.only') },
      ...independentAdvice(writing),
      ...ending(writing),
    ],
  }
}

/**
 * To whoever wanted to act for somebody: that they may not, and why (the 2009 Regulations, regulation 5: reasons in
 * writing), and what they can do now. Null where there is no refusal (any more).
 */
export function authorityRefused(writing: DeskWriting): Letter | null {
  const { complaint, council, desk, wording } = writing
  const { t } = wording
  const affected = complaint.acting?.affected
  if (!affected || !desk.authority?.refused_because) return null
  const { phone } = council.contacts.complaints
  return {
    subject: t('consent-letters.answered.subject', { reference: complaint.reference }),
    blocks: [
      ...greeting(writing),
      { paragraph: t('desk-letters.authority-refused.lead', { affected: affected.name }) },
      whichComplaint(writing),
      ...underHeading(t('desk-letters.authority-refused.why'), desk.authority.refused_because),
      { heading: t('desk-letters.authority-refused.means') },
      { paragraph: t('desk-letters.authority-refused.private') },
      { heading: t('desk-letters.authority-refused.can') },
      {
        list: [
          t('desk-letters.authority-refused.again', { phone }),
          ...(afterADeath.includes(complaint.acting?.rule ?? '')
            ? []
            : [t('desk-letters.authority-refused.themself')]),
          t('desk-letters.authority-refused.yourself'),
        ],
      },
      ...advocates(writing),
      ...independentAdvice(writing),
      ...ending(writing),
    ],
  }
}
