import { written } from '../facts.ts'
import type { Block, Letter } from '../letter.ts'
import type { Action, Decision } from '../../desk/facts.ts'
import { underHeading, underTitle, ending, greeting, independentAdvice, whichComplaint } from './parts.ts'
import type { DeskWriting } from './ports.ts'
import { heldBack, told } from './told.ts'
import { whatComesNext } from './what-comes-next.ts'

const decisions: readonly string[] = ['upheld', 'partly-upheld', 'not-upheld'] satisfies Decision[]

/**
 * The reply (DOMAIN 1.5, 2.4 and 2.5): the decision and sorry where we were at fault, how it was looked into, an answer
 * and a decision to each point, what was found, the remedy with its day, what we learned and will do, by whom and when,
 * and what comes next: the next stage with its time, or the Ombudsman with theirs.
 */
export function replied(writing: DeskWriting): Letter {
  const { complaint, wording } = writing
  const { t } = wording
  const whole = told(writing) === 'whole'
  return {
    subject: t('desk-letters.replied.subject', { reference: complaint.reference }),
    blocks: [
      ...greeting(writing),
      ...(whole ? [{ paragraph: t('desk-letters.replied.lead') }] : []),
      whichComplaint(writing),
      ...(whole
        ? [...whatWeFound(writing), ...whatComesNext(writing)]
        : [...heldBack('found', writing), ...independentAdvice(writing)]),
      ...ending(writing),
    ],
  }
}

function whatWeFound(writing: DeskWriting): readonly Block[] {
  const { desk, wording } = writing
  const { t } = wording
  return [
    ...decided(writing),
    ...underHeading(t('desk-letters.replied.investigated'), desk.investigated),
    ...answers(writing),
    ...underHeading(t('desk-letters.replied.found'), desk.outcome_description),
    ...putRight(writing),
    ...underHeading(t('desk-letters.replied.learned'), desk.learning),
    ...underHeading(
      t('desk-letters.replied.actions'),
      ...desk.actions.flatMap((action) => [action.action, whoAndWhen(action, writing)]),
    ),
  ]
}

/** The decision on the whole; and sorry, in the officer's own words or in ours, wherever we were at fault. */
function decided({ desk, wording }: DeskWriting): readonly Block[] {
  const { t } = wording
  const { decision, apology } = desk
  if (!decision || !decisions.includes(decision))
    return underHeading(t('desk-letters.replied.apology'), apology)
  return [
    { heading: t('desk-letters.decision') },
    { paragraph: t(`desk-letters.replied.decision.${decision}`) },
    ...(apology || decision === 'not-upheld' ? [] : [{ paragraph: t('desk-letters.replied.sorry') }]),
    ...underTitle(t('desk-letters.replied.apology'), apology),
  ]
}

/** Each point that is ours, with its answer and its decision. */
function answers({ desk, wording }: DeskWriting): readonly Block[] {
  const { t } = wording
  const ours = desk.points.map((point, at) => ({ ...point, number: at + 1 })).filter(({ ours }) => ours)
  if (!ours.length) return []
  return [
    { heading: t('desk-letters.replied.points') },
    ...ours.flatMap(({ number, text, answer, decision }) => [
      ...underTitle(t('desk-letters.point', { number }), text),
      ...underTitle(t('desk-letters.replied.answer'), answer),
      ...(decision
        ? underTitle(t('desk-letters.decision'), t(`desk-letters.replied.point.${decision}`))
        : []),
    ]),
  ]
}

/** The remedy, and the last day for it: somebody who waits in vain can say so. */
function putRight(writing: DeskWriting): readonly Block[] {
  const { council, desk, wording } = writing
  const { remedy, remedy_by } = desk
  if (!remedy) return []
  const { phone } = council.contacts.complaints
  return [
    ...underHeading(wording.t('desk-letters.replied.remedy'), remedy),
    ...(remedy_by
      ? [
          {
            paragraph: wording.t('desk-letters.replied.remedy-by', {
              day: written(writing, remedy_by),
              phone,
            }),
          },
        ]
      : []),
  ]
}

function whoAndWhen({ owner, by }: Action, writing: DeskWriting): string {
  const { t } = writing.wording
  return [
    ...(owner ? [t('desk-letters.replied.owner', { owner })] : []),
    ...(by ? [t('desk-letters.replied.by', { day: written(writing, by) })] : []),
  ].join(' ')
}
