import type { Case } from '../../complaints/desk/case.ts'
import { dayInWords } from '../../words/dates.ts'
import { SummaryList } from '../govuk/summary-list.tsx'
import { WarningText } from '../govuk/warning-text.tsx'
import { DeskFrame, Done, Go, type AtTheDesk } from './at-the-desk.tsx'
import { CaseAdditions, CaseFiles, CaseLetters, CaseNotes, Exchanges, History } from './case-parts.tsx'
import { CaseStages } from './case-stages.tsx'
import { Needs, People, WhoMayAct } from './case-people.tsx'
import { fact } from './fact.ts'
import { dayOf, inWords } from './in-words.ts'

interface Props extends AtTheDesk {
  readonly found: Case
  /** What can be done to it now, by the id of each act. */
  readonly acts: readonly string[]
  /** The act that was just done. */
  readonly done?: string | undefined
}

/** A case, whole: what the person needs first, then what can be done, then everything in its order. */
export function CasePage({ found, acts, done, ...at }: Props) {
  const { t, serviceName } = at.wording
  const { complaint } = found
  const f = (name: string) => t(`desk.case.facts.${name}`)
  const risk = complaint.safeguarding_flag === 'yes' || complaint.safeguarding_flag === 'not-sure'
  return (
    <DeskFrame {...at}>
      <Done act={done} wording={at.wording} />
      <h1>{complaint.reference}</h1>
      {risk && <WarningText prefix={t('desk.case.warning')}>{t('desk.case.risk')}</WarningText>}
      {complaint.junk && <p class="govuk-inset-text">{t('desk.case.junk')}</p>}
      {complaint.held && <p class="govuk-inset-text">{t('desk.case.held')}</p>}
      {complaint.anonymised_at && <p class="govuk-inset-text">{t('desk.case.anonymised')}</p>}
      <Needs people={found.people} wording={at.wording} />
      <h2>{t('desk.case.at-a-glance')}</h2>
      <SummaryList
        rows={[
          fact(f('kind'), inWords(complaint.kind)),
          fact(f('service'), complaint.service && serviceName(complaint.service)),
          fact(f('procedure'), complaint.procedure && inWords(complaint.procedure)),
          fact(f('channel'), inWords(complaint.channel)),
          fact(f('received'), dayInWords(complaint.received_on, 'en')),
          fact(f('discrimination'), complaint.discrimination_flag && inWords(complaint.discrimination_flag)),
          fact(f('acceptance'), complaint.acceptance && inWords(complaint.acceptance)),
          fact(f('refused'), complaint.refusal_reason),
          fact(f('closed'), complaint.closed_at && dayOf(complaint.closed_at)),
        ]}
      />
      <h2 class="screen-only">{t('desk.case.do')}</h2>
      <ul class="desk-acts screen-only">
        {acts.map((id) => (
          <li>
            <Go to={`act:${id}:${complaint.reference}`}>{t(`acts.${id}.title`)}</Go>
          </li>
        ))}
      </ul>
      {found.tasks.length > 0 && (
        <>
          <h2>{t('desk.case.tasks')}</h2>
          <ul>
            {found.tasks.map(({ id, kind, message }) => (
              <li>
                {inWords(kind)}.{' '}
                {message ? (
                  <Go to={`letter:${message}`}>{t('desk.case.letter-columns.show')}</Go>
                ) : (
                  <Go to={`act:settle-task:${id}`}>{t('acts.settle-task.title')}</Go>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{t('desk.case.words')}</h2>
      <Exchanges exchanges={complaint.transcript} language={complaint.language} />
      <People people={found.people} wording={at.wording} />
      <WhoMayAct found={found} wording={at.wording} />
      <CaseStages stages={found.stages} wording={at.wording} />
      <CaseAdditions additions={found.additions} wording={at.wording} />
      <CaseFiles files={found.files} wording={at.wording} />
      <CaseLetters messages={found.messages} wording={at.wording} />
      <CaseNotes notes={found.notes} wording={at.wording} />
      {found.group.length > 0 && (
        <>
          <h2>{t('desk.case.group')}</h2>
          <ul>
            {found.group.map((reference) => (
              <li>
                <Go to={`case:${reference}`}>{reference}</Go>
              </li>
            ))}
          </ul>
        </>
      )}
      <History events={found.events} wording={at.wording} />
    </DeskFrame>
  )
}
