import type { StageReached } from '../../complaints/follow/ports.ts'
import type { View } from '../../complaints/follow/what-they-may-see.ts'
import { dayInWords } from '../../words/dates.ts'
import { SummaryList, type SummaryRow } from '../govuk/summary-list.tsx'
import type { Following } from './complaint-page.tsx'

/** The complaint in facts: what it is about, then each stage that it has reached, the newest first. */
export function ComplaintFacts({ followed, wording, told, view }: Following & { readonly view: View }) {
  const { t, language, serviceName } = wording
  const day = (of: string) => dayInWords(of, language)
  const fact = (key: string, value: string | null): SummaryRow | null =>
    value ? { key: t(`follow.facts.${key}`), value } : null

  const rowsOf = (stage: StageReached) => {
    const names = told.stage(followed.procedure, stage.stage)
    const due = stage.extended_to ?? stage.respond_by
    // Nothing is promised while the complaint is withdrawn.
    const open = !stage.responded_on && !followed.withdrawal
    return [
      fact('asked-for', stage.number > 1 ? day(stage.requested_on) : null),
      fact(stage.responded_on ? 'dealt' : 'decider', stage.investigator ?? names?.decider ?? null),
      stage.acknowledged_on
        ? fact('acknowledged', day(stage.acknowledged_on))
        : fact('acknowledge-by', stage.acknowledge_by && open ? day(stage.acknowledge_by) : null),
      stage.responded_on
        ? fact('replied', day(stage.responded_on))
        : fact(stage.extended_to ? 'new-day' : 'reply-by', due && open ? day(due) : null),
      fact('why-longer', view.reasons ? stage.extension_reason : null),
    ]
  }

  return (
    <>
      <SummaryList
        rows={[
          fact('service', followed.service && serviceName(followed.service)),
          fact('received', day(followed.received_on)),
        ]}
      />
      {followed.stages.toReversed().map((stage) => (
        <>
          <h2>{told.stage(followed.procedure, stage.stage)?.name ?? t('follow.facts.stage')}</h2>
          <SummaryList rows={rowsOf(stage)} />
        </>
      ))}
    </>
  )
}
