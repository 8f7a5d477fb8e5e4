import type { Case, CasePerson } from '../../complaints/desk/case.ts'
import { optionLabel } from '../../form/outputs/readable.ts'
import type { Wording } from '../../form/wording.ts'
import { SummaryList } from '../govuk/summary-list.tsx'
import { fact } from './fact.ts'
import { inWords, languageName } from './in-words.ts'

interface Props {
  readonly people: readonly CasePerson[]
  readonly wording: Wording
}

const needsOf = (person: CasePerson, wording: Wording): readonly string[] => [
  ...person.adjustments.map((need) => optionLabel('adjustments', [], need, wording)),
  ...[person.interpreter_language, person.adjustments_details].flatMap((words) => words ?? []),
  ...(person.safe_times ? [`${wording.t('desk.case.facts.safe-times')}: ${person.safe_times}`] : []),
]

/** What each of them needs, before anything else: whoever rings or writes reads it first. */
export function Needs({ people, wording }: Props) {
  const { t } = wording
  const told = people.map((person) => ({ person, needs: needsOf(person, wording) }))
  return (
    <section class="govuk-inset-text desk-needs">
      <h2>{t('desk.case.needs')}</h2>
      {told.every(({ needs }) => needs.length === 0) && <p>{t('desk.case.needs-none')}</p>}
      {told.map(
        ({ person, needs }) =>
          needs.length > 0 && (
            <>
              {people.length > 1 && <h3>{t(`desk.case.roles.${person.role}`)}</h3>}
              <ul>
                {needs.map((need) => (
                  <li>{need}</li>
                ))}
              </ul>
            </>
          ),
      )}
    </section>
  )
}

/** Everyone in the case, with how to reach them. */
export function People({ people, wording }: Props) {
  const { t } = wording
  const f = (name: string) => t(`desk.case.facts.${name}`)
  return (
    <>
      <h2>{t('desk.case.people')}</h2>
      {people.map((person) => (
        <>
          <h3>{t(`desk.case.roles.${person.role}`)}</h3>
          <SummaryList
            rows={[
              fact(f('name'), person.name),
              fact(f('reply'), person.reply_route && inWords(person.reply_route)),
              fact(f('email'), person.email),
              fact(f('phone'), person.phone),
              fact(f('safe-times'), person.safe_times),
              fact(f('address'), person.postal_address && <span class="lines">{person.postal_address}</span>),
              fact(f('language'), languageName(person.language, wording)),
              fact(f('interpreter'), person.interpreter_language),
              fact(f('relationship'), person.relationship && inWords(person.relationship)),
              fact(f('organisation'), person.organisation),
              fact(f('own-reference'), person.own_reference),
              fact(f('age'), person.age_group && inWords(person.age_group)),
            ]}
          />
        </>
      ))}
    </>
  )
}

/** By what right somebody acts for another, and what the person said of it. */
export function WhoMayAct({ found, wording }: { readonly found: Case; readonly wording: Wording }) {
  const { authority, consents } = found
  if (!authority) return null
  const { t } = wording
  const f = (name: string) => t(`desk.case.facts.${name}`)
  return (
    <>
      <h2>{t('desk.case.authority')}</h2>
      <SummaryList
        rows={[
          fact(f('rule'), inWords(authority.rule)),
          fact(f('state'), inWords(authority.state)),
          fact(f('evidence'), authority.evidence.map(inWords).join(', ')),
          fact(f('basis'), authority.basis && inWords(authority.basis)),
          fact(f('reasons'), authority.details),
          fact(f('refused'), authority.refusal_reason),
          ...consents.map(({ state, may_act, may_receive, may_see }) =>
            fact(
              f('may'),
              [
                inWords(state),
                may_act && t('desk.case.may.act'),
                may_receive && t('desk.case.may.receive'),
                may_see && t('desk.case.may.see'),
              ]
                .filter(Boolean)
                .join(', '),
            ),
          ),
        ]}
      />
    </>
  )
}
