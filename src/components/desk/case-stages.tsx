import type { CaseStage } from '../../complaints/desk/case.ts'
import type { Wording } from '../../form/wording.ts'
import { dayInWords } from '../../words/dates.ts'
import { SummaryList } from '../govuk/summary-list.tsx'
import { fact } from './fact.ts'
import { inWords } from './in-words.ts'

interface Props {
  readonly stages: readonly CaseStage[]
  readonly wording: Wording
}

/** Every stage: its days, who has it, what was found. */
export function CaseStages({ stages, wording: { t } }: Props) {
  const f = (name: string) => t(`desk.case.facts.${name}`)
  const day = (name: string, on: string | null) => fact(f(name), on && dayInWords(on, 'en'))
  const said = (name: string, text: string | null) => fact(f(name), text && <span class="lines">{text}</span>)
  return stages.map((stage) => (
    <>
      <h2>{t('desk.case.stage', { number: stage.number })}</h2>
      <SummaryList
        rows={[
          day('requested', stage.requested_on),
          said('reasons', stage.request_reasons),
          day('acknowledge-by', stage.acknowledge_by),
          day('acknowledged', stage.acknowledged_on),
          fact(
            f('handler'),
            [stage.investigator, stage.investigator_role, stage.investigator_phone, stage.investigator_email]
              .filter(Boolean)
              .join(', '),
          ),
          said('understood', stage.understood_outcome),
          day('respond-by', stage.respond_by),
          day('extended', stage.extended_to),
          said('extended-why', stage.extension_reason),
          said('investigated', stage.investigated),
          day('responded', stage.responded_on),
          fact(f('decision'), stage.decision && inWords(stage.decision)),
          said('apology', stage.apology),
          said('outcome', stage.outcome_description),
          said('remedy', stage.remedy),
          day('remedy-by', stage.remedy_by),
          day('remedied', stage.remedied_on),
          said('learning', stage.learning),
          said(
            'actions',
            stage.actions
              .map(({ what, owner, due_on }) => [what, owner, dayInWords(due_on, 'en')].join(', '))
              .join('\n'),
          ),
        ]}
      />
      {stage.points.map(({ number, text, ours, whose, answer, decision }) => (
        <>
          <h3>{t('desk.case.point', { number, text })}</h3>
          {!ours && <p>{t('desk.case.not-ours', { whose: whose ?? '' })}</p>}
          {answer && <p class="lines">{answer}</p>}
          {decision && (
            <p>
              <b>{inWords(decision)}</b>
            </p>
          )}
        </>
      ))}
    </>
  ))
}
