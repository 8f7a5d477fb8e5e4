import { closing, ombudsmanFor } from './closing.ts'
import type { Writing } from './facts.ts'
import type { Letter } from './letter.ts'

/**
 * Asks how we did, once a complaint is closed, by a link. A survey must say how to complain (DOMAIN 2.3), and being
 * unhappy in one is no complaint (2.6): so it says where to go instead. Null where its key has gone.
 */
export function surveyInvitation(writing: Writing): Letter | null {
  const { complaint, council, keys, site, wording } = writing
  const { t } = wording
  const key = complaint.keys.find(({ purpose }) => purpose === 'survey')
  if (!key) return null
  const { phone } = council.contacts.complaints
  return {
    subject: t('letters.survey-invitation.subject', { reference: complaint.reference }),
    blocks: [
      ...(complaint.person.name ? [{ paragraph: t('letters.hello', { name: complaint.person.name }) }] : []),
      { paragraph: t('letters.survey-invitation.lead') },
      { facts: [[t('letters.survey-invitation.link'), `${site}/survey/open/?k=${keys.link(key.id)}`]] },
      { paragraph: t('letters.survey-invitation.until', { days: council.survey.openDays }) },
      { paragraph: t('letters.survey-invitation.apart') },
      { heading: t('letters.unhappy') },
      { paragraph: t('letters.survey-invitation.unhappy', { phone, link: `${site}/still-unhappy/` }) },
      ...ombudsmanFor(writing),
      ...closing(writing),
    ],
  }
}
