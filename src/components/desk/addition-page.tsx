import type { CaseAddition } from '../../complaints/desk/case.ts'
import { dayInWords } from '../../words/dates.ts'
import { SummaryList } from '../govuk/summary-list.tsx'
import { DeskFrame, Go, type AtTheDesk } from './at-the-desk.tsx'
import { fact } from './fact.ts'
import { Exchanges } from './case-parts.tsx'
import { inWords } from './in-words.ts'

interface Props extends AtTheDesk {
  readonly addition: CaseAddition
  /** What can be done with it, by the id of each act. */
  readonly acts: readonly string[]
}

/** What was sent without a code, for somebody to find where it belongs. */
export function AdditionPage({ addition, acts, ...at }: Props) {
  const { t } = at.wording
  const f = (name: string) => t(`desk.addition.${name}`)
  return (
    <DeskFrame {...at}>
      <h1>{f('title')}</h1>
      <p class="lead">{f('lead')}</p>
      <SummaryList
        rows={[
          fact(f('typed'), addition.reference),
          fact(f('kind'), inWords(addition.kind)),
          fact(f('from'), addition.sender_name),
          fact(f('email'), addition.sender_email),
          fact(f('received'), dayInWords(addition.received_on, 'en')),
        ]}
      />
      {acts.length > 0 && (
        <ul class="desk-acts">
          {acts.map((id) => (
            <li>
              <Go to={`act:${id}:${addition.id}`}>{t(`acts.${id}.title`)}</Go>
            </li>
          ))}
        </ul>
      )}
      <h2>{t('desk.case.words')}</h2>
      <Exchanges exchanges={addition.transcript} language={addition.language} />
    </DeskFrame>
  )
}
