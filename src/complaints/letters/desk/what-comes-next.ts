import { askBy } from '../../../council/deadlines.ts'
import { procedureIn, said, written } from '../facts.ts'
import type { Block } from '../letter.ts'
import { howToReach, ombudsmanOf } from '../rights-and-help.ts'
import { independentAdvice, stageIn } from './parts.ts'
import type { DeskWriting } from './ports.ts'

/** Where somebody goes who is not happy with a reply: the next stage, or after the last one the Ombudsman. */
export function whatComesNext(writing: DeskWriting): readonly Block[] {
  const { council, desk, wording, site } = writing
  const { t } = wording
  const stages = procedureIn(writing)?.stages ?? []
  const at = stages.findIndex(({ id }) => id === stageIn(writing)?.id)
  const next = at < 0 ? undefined : stages[at + 1]
  if (!next) return toTheOmbudsman(writing, 'last')
  const last = desk.replied_on ? askBy(next, desk.replied_on) : null
  const { phone } = council.contacts.complaints
  return [
    { heading: t('letters.unhappy') },
    {
      paragraph: t('follow.review.lead', {
        stage: said(writing, next.name),
        decider: said(writing, next.decidedBy),
      }),
    },
    ...(last ? [{ paragraph: t('follow.review.ask-by', { askBy: written(writing, last) }) }] : []),
    { paragraph: t('desk-letters.replied.ask-how', { phone }) },
    { paragraph: t('desk-letters.replied.ask-online', { address: `${site}/review/` }) },
    { paragraph: t('letters.no-harm') },
    ...independentAdvice(writing),
  ]
}

/** How to go to the Ombudsman: with our last reply, or because we did not take the complaint on. */
export function toTheOmbudsman(writing: DeskWriting, why: 'last' | 'not-taken-on'): readonly Block[] {
  const { t } = writing.wording
  const ombudsman = ombudsmanOf(writing)
  if (!ombudsman) return []
  const months = ombudsman.complainWithinMonths
  return [
    { heading: t(why === 'last' ? 'letters.unhappy' : 'desk-letters.not-taken-on.wrong') },
    { paragraph: t(`desk-letters.ombudsman.${why}`, { name: said(writing, ombudsman.name) }) },
    ...(months
      ? [
          {
            paragraph: t('desk-letters.ombudsman.within', {
              time: t('site.count.months', { count: months }),
            }),
          },
        ]
      : []),
    howToReach(ombudsman, writing),
  ]
}
