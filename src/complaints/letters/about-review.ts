import type { AdditionFacts, ReviewTemplate, Template } from './ports.ts'
import { closing, ombudsmanFor } from './closing.ts'
import { followingForReader, procedureIn, said, written, type Writing } from './facts.ts'
import type { Block, Letter } from './letter.ts'

/** What a letter about a next stage is written from: what was asked is null where it is no longer kept. */
export interface ReviewWriting extends Writing {
  readonly addition: AdditionFacts | null
}

const templates: readonly Template[] = ['review-acknowledgement', 'review-receipt', 'new-review']

export const isAboutReview = (template: Template): template is ReviewTemplate => templates.includes(template)

/** That the next stage has begun, and by when it ends: to whoever asked for it, and to the team. */
export function letterAboutReview(template: ReviewTemplate, writing: ReviewWriting): Letter {
  const { complaint, addition, wording } = writing
  const { t } = wording
  const { reference, person, stage } = complaint
  const names = stageNames(writing)
  const told: readonly Block[] = addition?.transcript.length
    ? [{ heading: t('letters.what-you-told-us') }, { exchanges: addition.transcript }]
    : []
  if (template === 'new-review') return toTeam(writing, names)
  const opened = followingForReader(writing)
  return {
    subject: t(`letters.${template}.subject`, { reference, stage: names.stage }),
    blocks: [
      ...(person.name ? [{ paragraph: t('letters.hello', { name: person.name }) }] : []),
      { paragraph: t(`letters.${template}.lead`, { ...names, reference }) },
      ...(stage?.acknowledge_by && template === 'review-receipt'
        ? [{ paragraph: t('letters.outlook.two-dates.acknowledge', by(writing, stage.acknowledge_by)) }]
        : []),
      stage?.respond_by
        ? { paragraph: t('letters.review-receipt.reply', { respondBy: written(writing, stage.respond_by) }) }
        : { paragraph: t('letters.review-receipt.open') },
      ...(stage?.respond_by ? [{ paragraph: t('letters.outlook.extension') }] : []),
      { paragraph: t('letters.no-harm') },
      ...told,
      ...(opened
        ? [
            { heading: t('letters.add') },
            { paragraph: t('letters.follow') },
            {
              facts: [
                [t('letters.follow-code'), opened.code],
                [t('letters.follow-link'), opened.link],
              ] as const,
            },
          ]
        : []),
      ...ombudsmanFor(writing),
      ...closing(writing),
    ],
  }
}

const by = (writing: Writing, day: string) => ({ acknowledgeBy: written(writing, day) })

function toTeam(writing: ReviewWriting, names: { stage: string; decider: string }): Letter {
  const { complaint, addition, wording } = writing
  const { t } = wording
  const { reference, stage } = complaint
  return {
    subject: t('letters.new-review.subject', { reference, stage: names.stage }),
    blocks: [
      { paragraph: t('letters.new-review.lead', names) },
      {
        facts: [
          [t('letters.reference-label'), reference],
          [t('letters.service'), wording.serviceName(complaint.service)],
          ...(addition ? [[t('letters.received'), written(writing, addition.received_on)] as const] : []),
        ],
      },
      { heading: t('letters.new-submission.do.title') },
      ...(stage?.acknowledge_by
        ? [{ paragraph: t('letters.new-review.acknowledge', by(writing, stage.acknowledge_by)) }]
        : []),
      {
        paragraph: stage?.respond_by
          ? t('letters.new-review.reply', { respondBy: written(writing, stage.respond_by) })
          : t('letters.new-review.open'),
      },
      { paragraph: t('letters.new-review.never-refuse') },
      { heading: t('letters.new-submission.told') },
      addition?.transcript.length
        ? { exchanges: addition.transcript }
        : { paragraph: t('letters.new-review.no-reasons') },
    ],
  }
}

function stageNames(writing: Writing): { stage: string; decider: string } {
  const { complaint, wording } = writing
  const stage = procedureIn(writing)?.stages.find(({ id }) => id === complaint.stage?.id)
  return stage
    ? { stage: said(writing, stage.name), decider: said(writing, stage.decidedBy) }
    : { stage: wording.t('letters.next-stage'), decider: wording.t('letters.next-decider') }
}
