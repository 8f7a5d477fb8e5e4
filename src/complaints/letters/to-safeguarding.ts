import type { Letter } from './letter.ts'
import { written, type Writing } from './facts.ts'

/** Tells the safeguarding team, at once, that someone may be at risk of harm. The subject names nobody. */
export function letterToSafeguarding(writing: Writing): Letter {
  const { complaint, wording } = writing
  const { t } = wording
  const flag = complaint.safeguarding_flag === 'yes' ? 'yes' : 'not-sure'
  return {
    subject: t('letters.risk-of-harm.subject', { reference: complaint.reference }),
    blocks: [
      { paragraph: t(`letters.risk-of-harm.lead-${flag}`) },
      { paragraph: t('letters.risk-of-harm.act') },
      { paragraph: t('letters.risk-of-harm.complaint-goes-on') },
      {
        facts: [
          [t('letters.reference-label'), complaint.reference],
          [t('letters.received'), written(writing, complaint.received_on)],
          [t('letters.service'), wording.serviceName(complaint.service)],
        ],
      },
      { heading: t('letters.new-submission.told') },
      { exchanges: complaint.transcript },
    ],
  }
}
