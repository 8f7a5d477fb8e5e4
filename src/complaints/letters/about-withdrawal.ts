import type { Withdrawal } from '../follow/ports.ts'
import type { Template, WithdrawalTemplate } from './ports.ts'
import { closing, ombudsmanFor } from './closing.ts'
import { followingForReader, written, type Writing } from './facts.ts'
import type { Letter } from './letter.ts'

export interface WithdrawalWriting extends Writing {
  readonly withdrawal: Withdrawal
}

const templates: readonly Template[] = ['withdrawn', 'complaint-withdrawn', 'taken-up', 'complaint-taken-up']

export const isAboutWithdrawal = (template: Template): template is WithdrawalTemplate =>
  templates.includes(template)

/** That a complaint was withdrawn or taken up again: to whoever did it, with the way back, and to the team. */
export function letterAboutWithdrawal(template: WithdrawalTemplate, writing: WithdrawalWriting): Letter {
  const { complaint, withdrawal, wording } = writing
  const { t } = wording
  const { reference, person, stage } = complaint
  const days = {
    reference,
    day: written(writing, withdrawal.withdrawn_on),
    until: written(writing, withdrawal.take_up_by),
  }
  const subject = t(`letters.${template}.subject`, { reference })
  const respondBy = stage?.respond_by ?? null
  const goesOn = template === 'taken-up' || template === 'complaint-taken-up'
  const reply =
    respondBy && goesOn
      ? [{ paragraph: t(`letters.${template}.reply`, { respondBy: written(writing, respondBy) }) }]
      : []

  if (template === 'complaint-withdrawn' || template === 'complaint-taken-up')
    return {
      subject,
      blocks: [
        { paragraph: t(`letters.${template}.lead`, days) },
        {
          facts: [
            [t('letters.reference-label'), reference],
            [t('letters.service'), wording.serviceName(complaint.service)],
          ],
        },
        { heading: t('letters.new-submission.do.title') },
        { paragraph: t(`letters.${template}.do`, days) },
        ...reply,
      ],
    }
  const opened = template === 'withdrawn' ? followingForReader(writing) : null
  return {
    subject,
    blocks: [
      ...(person.name ? [{ paragraph: t('letters.hello', { name: person.name }) }] : []),
      { paragraph: t(`letters.${template}.lead`, days) },
      ...(template === 'withdrawn' ? [{ paragraph: t('letters.withdrawn.way-back', days) }] : reply),
      ...(opened ? [{ facts: [[t('letters.follow-link'), opened.link]] as const }] : []),
      { paragraph: t('letters.no-harm') },
      ...ombudsmanFor(writing),
      ...closing(writing),
    ],
  }
}
