import type { FilesFacts } from './ports.ts'
import { filesForTeam, withoutFileNames } from './about-files.ts'
import { actingForTeam } from './acting.ts'
import type { Block, Letter } from './letter.ts'
import { acknowledgedAtOnce } from '../outlook.ts'
import { needsOf, outlookOf, procedureIn, written, type Writing } from './facts.ts'

/**
 * The whole submission, for the complaints team: flags first, then what the person needs, what is due, and
 * every question and answer. The subject names nobody.
 */
export function letterToTeam(
  writing: Writing & { readonly files?: FilesFacts | null | undefined },
  template: 'new-submission' | 'became-a-complaint' = 'new-submission',
): Letter {
  const { complaint, wording } = writing
  const { t } = wording
  const { reference, kind } = complaint
  const service = wording.serviceName(complaint.service)
  const needs = needsOf(writing)
  return {
    subject:
      template === 'became-a-complaint'
        ? t('letters.became-a-complaint.subject', { reference, service })
        : t(`letters.new-submission.subject.${kind}`, { reference, service }),
    blocks: [
      ...(template === 'became-a-complaint' ? [{ paragraph: t('letters.became-a-complaint.lead') }] : []),
      {
        facts: [
          [t('letters.reference-label'), reference],
          [t('letters.received'), written(writing, complaint.received_on)],
          [t('letters.service'), service],
        ],
      },
      ...flags(writing),
      ...actingForTeam(writing),
      { heading: t('letters.new-submission.needs.title') },
      {
        paragraph: needs
          ? t('letters.new-submission.needs.some', { needs })
          : t('letters.new-submission.needs.none'),
      },
      { heading: t('letters.new-submission.do.title') },
      { paragraph: whatToDo(writing) },
      ...filesForTeam(writing.files, wording),
      { heading: t('letters.new-submission.told') },
      { exchanges: withoutFileNames(complaint.transcript) },
    ],
  }
}

function flags({ complaint, wording }: Writing): Block[] {
  const raised = (['safeguarding', 'discrimination'] as const).flatMap((flag) => {
    const value = complaint[`${flag}_flag`]
    return value === 'yes' || value === 'not-sure'
      ? [wording.t(`letters.new-submission.flags.${flag}-${value}`)]
      : []
  })
  return raised.length ? [{ heading: wording.t('letters.new-submission.flags.title') }, { list: raised }] : []
}

function whatToDo(writing: Writing): string {
  const { complaint, wording } = writing
  const { t } = wording
  const { stage, person } = complaint
  if (complaint.kind === 'service-request') return t('letters.new-submission.do.report')
  if (complaint.kind !== 'complaint') return t('letters.new-submission.do.thanks')
  if (!stage?.respond_by) return withoutADay(writing)
  const respondBy = written(writing, stage.respond_by)
  const procedure = procedureIn(writing)
  if (person.reply_route === 'anonymous') return t('letters.new-submission.do.anonymous', { respondBy })
  if (procedure && acknowledgedAtOnce(procedure, person.reply_route))
    return t('letters.new-submission.do.acknowledged', { respondBy })
  if (!stage.acknowledge_by) return t('letters.new-submission.do.reply', { respondBy })
  return t(`letters.new-submission.do.acknowledge-${person.reply_route}`, {
    acknowledgeBy: written(writing, stage.acknowledge_by),
    respondBy,
  })
}

/** What to do where the rules set no day for the reply, as for adult social care and personal information. */
function withoutADay(writing: Writing): string {
  const { t } = writing.wording
  const { person, stage } = writing.complaint
  if (person.reply_route === 'anonymous') return t('letters.new-submission.do.anonymous-open')
  const open = outlookOf(writing).is === 'without-delay' ? 'without-delay' : 'agree'
  const by = stage?.acknowledge_by
  return by
    ? t(`letters.new-submission.do.${open}-by`, { acknowledgeBy: written(writing, by) })
    : t(`letters.new-submission.do.${open}`)
}
