import type { RefusalReason } from '../../desk/facts.ts'
import { procedureIn } from '../facts.ts'
import type { Letter } from '../letter.ts'
import { advocates } from '../rights-and-help.ts'
import { underHeading, ending, greeting, whichComplaint } from './parts.ts'
import type { DeskWriting } from './ports.ts'
import { heldBack, told } from './told.ts'
import { toTheOmbudsman } from './what-comes-next.ts'

/**
 * That a complaint is not taken on (DOMAIN 2.2): the reason, where else to go, and the right to take the refusal to the
 * Ombudsman. Null where it was not refused (any more).
 */
export function notTakenOn(writing: DeskWriting): Letter | null {
  const { complaint, council, desk, wording } = writing
  const { t } = wording
  const { refusal } = desk
  if (!refusal) return null
  const because = reasonIn(refusal.reason, writing)
  const whole = told(writing) === 'whole'
  return {
    subject: t('desk-letters.not-taken-on.subject', { reference: complaint.reference }),
    blocks: [
      ...greeting(writing),
      { paragraph: t('desk-letters.not-taken-on.lead') },
      whichComplaint(writing),
      { heading: t('desk-letters.not-taken-on.why') },
      ...(whole
        ? [
            ...(because ? [{ paragraph: because }] : []),
            ...underHeading(t('desk-letters.not-taken-on.more'), refusal.explanation),
            ...underHeading(t('desk-letters.not-taken-on.where'), refusal.where_else),
          ]
        : heldBack('why', writing)),
      ...toTheOmbudsman(writing, 'not-taken-on'),
      { paragraph: t('desk-letters.not-taken-on.tell-us', { phone: council.contacts.complaints.phone }) },
      ...advocates(writing),
      ...ending(writing),
    ],
  }
}

/** The reason in a sentence of ours; null where the officer's own words are all there is. */
function reasonIn(reason: RefusalReason, writing: DeskWriting): string | null {
  const { t } = writing.wording
  if (reason === 'other') return null
  const months = procedureIn(writing)?.timeLimitMonths
  return reason === 'out-of-time' && months
    ? t('desk-letters.not-taken-on.out-of-time-months', { time: t('site.count.months', { count: months }) })
    : t(`desk-letters.not-taken-on.reason.${reason}`)
}
