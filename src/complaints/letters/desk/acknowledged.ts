import type { Point } from '../../desk/facts.ts'
import { whileActing } from '../acting.ts'
import type { Block, Letter } from '../letter.ts'
import { advocates, ombudsmanAfter } from '../rights-and-help.ts'
import {
  underTitle,
  ending,
  greeting,
  howToAdd,
  whatTheyNeed,
  whenWeReply,
  whichComplaint,
  whoDealsWithIt,
} from './parts.ts'
import type { DeskWriting } from './ports.ts'
import { told } from './told.ts'

/**
 * The acknowledgement that the team writes (DOMAIN 1.5 and 2.3): the reference, when it came, the stage, how it is
 * understood and what would put it right, which points are somebody else's and whose, who deals with it and by when,
 * the person's needs, how to add or correct, help, and the Ombudsman.
 */
export function acknowledged(writing: DeskWriting): Letter {
  const { complaint, wording } = writing
  const { t } = wording
  return {
    subject: t('desk-letters.acknowledged.subject', { reference: complaint.reference }),
    blocks: [
      ...greeting(writing),
      { paragraph: t('desk-letters.acknowledged.lead') },
      whichComplaint(writing),
      ...(told(writing) === 'whole' ? howWeUnderstandIt(writing) : whileActing(writing)),
      { heading: t('letters.next') },
      ...whoDealsWithIt(writing),
      ...whenWeReply(writing),
      { paragraph: t('letters.no-harm') },
      ...howToAdd(writing),
      ...whatTheyNeed(writing),
      ...advocates(writing),
      ...ombudsmanAfter(writing),
      ...ending(writing),
    ],
  }
}

function howWeUnderstandIt(writing: DeskWriting): readonly Block[] {
  const { complaint, desk, wording } = writing
  const { t } = wording
  const numbered = desk.points.map((point, at) => ({ ...point, number: at + 1 }))
  const others = numbered.filter(({ ours }) => !ours)
  const titled = ({ number, text, whose }: Point & { number: number }) => [
    ...underTitle(t('desk-letters.point', { number }), text),
    ...underTitle(t('desk-letters.whose'), whose),
  ]
  return [
    { heading: t('desk-letters.acknowledged.ours') },
    { paragraph: t('letters.acknowledgement.play-back') },
    ...numbered.filter(({ ours }) => ours).flatMap(titled),
    ...underTitle(t('questions.outcome.short'), desk.desired_outcome ?? complaint.desired_outcome),
    ...(others.length
      ? [
          { heading: t('desk-letters.acknowledged.others') },
          { paragraph: t('desk-letters.acknowledged.others-lead') },
          ...others.flatMap(titled),
        ]
      : []),
  ]
}
