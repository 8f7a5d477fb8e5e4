import { said, written } from '../facts.ts'
import type { Letter } from '../letter.ts'
import {
  underHeading,
  ending,
  greeting,
  howToAdd,
  independentAdvice,
  replyBy,
  stageIn,
  whatTheyNeed,
  whenWeReply,
  whichComplaint,
  whoDealsWithIt,
} from './parts.ts'
import type { DeskWriting } from './ports.ts'
import { heldBack, told } from './told.ts'

/** That somebody else deals with the complaint now: who, and that the day stays as it was. */
export function handlerChanged(writing: DeskWriting): Letter {
  const { t } = writing.wording
  const day = replyBy(writing)
  return {
    subject: t('desk-letters.handler-changed.subject', { reference: writing.complaint.reference }),
    blocks: [
      ...greeting(writing),
      { paragraph: t('desk-letters.handler-changed.lead') },
      whichComplaint(writing),
      ...whoDealsWithIt(writing),
      ...(day
        ? [{ paragraph: t('desk-letters.handler-changed.day', { day: written(writing, day) }) }]
        : whenWeReply(writing)),
      ...independentAdvice(writing),
      ...ending(writing),
    ],
  }
}

/**
 * The holding letter (DOMAIN 1.5, the Code 6.4 and 6.5): sorry, why, that it is still looked into, the new day, whom
 * to ask, and the Ombudsman. Null where there is no new day (any more).
 */
export function extended(writing: DeskWriting): Letter | null {
  const { desk, wording } = writing
  const { t } = wording
  const { extension } = desk
  if (!extension) return null
  return {
    subject: t('desk-letters.extended.subject', { reference: writing.complaint.reference }),
    blocks: [
      ...greeting(writing),
      {
        paragraph: extension.instead_of
          ? t('desk-letters.extended.lead', { day: written(writing, extension.instead_of) })
          : t('desk-letters.extended.lead-open'),
      },
      whichComplaint(writing, [[t('follow.facts.new-day'), written(writing, extension.until)]]),
      ...(told(writing) === 'whole'
        ? underHeading(t('follow.facts.why-longer'), extension.reason)
        : heldBack('why', writing)),
      { heading: t('letters.next') },
      ...whoDealsWithIt(writing),
      ...whenWeReply(writing),
      { paragraph: t('letters.no-harm') },
      ...independentAdvice(writing),
      ...ending(writing),
    ],
  }
}

/** That the next stage has begun, since the person asked for it: who looks again, and by when. */
export function nextStage(writing: DeskWriting): Letter {
  const { complaint, desk, wording } = writing
  const { t } = wording
  const { reference } = complaint
  const stage = stageIn(writing)
  const acknowledgeBy = desk.handler ? null : complaint.stage?.acknowledge_by
  return {
    subject: t('letters.review-acknowledgement.subject', { reference }),
    blocks: [
      ...greeting(writing),
      {
        paragraph: t('letters.review-receipt.lead', {
          reference,
          stage: stage ? said(writing, stage.name) : t('letters.next-stage'),
          decider: stage ? said(writing, stage.decidedBy) : t('letters.next-decider'),
        }),
      },
      whichComplaint(
        writing,
        desk.requested_on ? [[t('follow.facts.asked-for'), written(writing, desk.requested_on)]] : [],
      ),
      { heading: t('letters.next') },
      ...(desk.handler ? whoDealsWithIt(writing) : []),
      ...(acknowledgeBy
        ? [
            {
              paragraph: t('letters.outlook.two-dates.acknowledge', {
                acknowledgeBy: written(writing, acknowledgeBy),
              }),
            },
          ]
        : []),
      ...whenWeReply(writing),
      { paragraph: t('letters.no-harm') },
      ...howToAdd(writing),
      ...whatTheyNeed(writing),
      ...independentAdvice(writing),
      ...ending(writing),
    ],
  }
}
