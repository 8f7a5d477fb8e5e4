import type { ConsentSeen } from '../../complaints/consent/ports.ts'
import { goOnAlone } from '../../form/questions/go-on-alone.ts'
import { optionLabel } from '../../form/outputs/readable.ts'
import type { Surroundings } from '../../form/question.ts'
import type { Wording } from '../../form/wording.ts'
import { dayInWords } from '../../words/dates.ts'
import { Ask } from '../form/ask.tsx'
import { Button } from '../govuk/button.tsx'
import { InsetText } from '../govuk/inset-text.tsx'
import { SummaryList } from '../govuk/summary-list.tsx'
import { Linked } from '../linked.tsx'
import type { Standing } from './about.ts'

interface Props {
  readonly seen: ConsentSeen
  readonly is: Standing
  /** What a form carries. */
  readonly grant: string
  /** The id of a withdrawal that may be sent from here. */
  readonly submissionId: string
  /** Where another answer can be given; null where it cannot. */
  readonly change: string | null
  readonly notTaken: boolean
  readonly wording: Wording
  readonly around: Surroundings
  readonly contact: { readonly phone: string; readonly textRelay: string; readonly email: string }
}

/** What was answered, as a copy to keep, and the way to change it. */
export function StandingPage({
  seen,
  is,
  grant,
  submissionId,
  change,
  notTaken,
  wording,
  around,
  contact,
}: Props) {
  const { t, language } = wording
  const { phone, textRelay, email } = contact
  const who = seen.representative ?? ''
  const alone = seen.go_on_alone ?? 'unsaid'
  const by = seen.answer_by ? dayInWords(seen.answer_by, language) : ''
  return (
    <>
      <h1>{t(`consent.standing.${is}.title`)}</h1>
      {notTaken && (
        <InsetText>
          <p>{t('consent.not-taken')}</p>
        </InsetText>
      )}
      <p class="lead">{t(`consent.standing.${is}.lead`, { who, day: by })}</p>
      {is === 'withdrawn' && <p>{t(`consent.alone.${alone}`)}</p>}
      <h2>{t('consent.copy.title')}</h2>
      <SummaryList
        rows={copyOf(seen, wording).map(([key, values]) => ({
          key,
          value: values.map((value) => <p class="answer">{value}</p>),
        }))}
      />
      <p>
        {t('consent.copy.keep')} {seen.by_email && seen.answer && t('consent.copy.email')}
      </p>
      {is === 'claimed' || is === 'confirmed' ? (
        <form action="/api/consents/withdraw" method="post" noValidate class="screen-only">
          <h2>{t('consent.withdraw.title')}</h2>
          <p>{t('consent.withdraw.lead', { who })}</p>
          <input type="hidden" name="language" value={language} />
          <input type="hidden" name="submission" value={submissionId} />
          <input type="hidden" name="grant" value={grant} />
          <div id={`q-${goOnAlone.id}`}>
            <Ask question={goOnAlone} fields={{}} errors={[]} wording={wording} around={around} />
          </div>
          <Button name="go" value="send">
            {t('consent.withdraw.button')}
          </Button>
        </form>
      ) : (
        <>
          <h2>{t('consent.change.title')}</h2>
          {change ? (
            <p>
              <a href={change}>{t('consent.change.link')}</a>. {t('consent.change.until', { day: by })}
            </p>
          ) : (
            <p>
              <Linked text={t('consent.change.ring', { phone })} phones={[phone]} />
            </p>
          )}
        </>
      )}
      <h2>{t('consent.ask.title')}</h2>
      <p>
        <Linked
          text={t('consent.ask.lead', { phone, relay: textRelay, email })}
          phones={[phone, textRelay]}
          emails={[email]}
        />
      </p>
      <p class="screen-only">{t('consent.ask.hour')}</p>
    </>
  )
}

/** The answer, line by line. */
function copyOf(seen: ConsentSeen, wording: Wording): readonly (readonly [string, readonly string[]])[] {
  const { t, language } = wording
  const label = (question: string, option: string) => optionLabel(question, [], option, wording)
  const may = (['act', 'receive', 'see'] as const).filter((what) => seen[`may_${what}`])
  const one = (words: string | null) => (words ? [words] : [])
  const day = (on: string | null) => (on ? [dayInWords(on, language)] : [])
  const lines: readonly (readonly [string, readonly string[]])[] = [
    [t('consent.copy.reference'), [seen.reference]],
    [t('consent.copy.who'), one(seen.representative)],
    [t('consent.copy.service'), [wording.serviceName(seen.service)]],
    [t('questions.consent-answer.short'), seen.answer ? [label('consent-answer', seen.answer)] : []],
    [t('questions.consent-may.short'), may.map((what) => label('consent-may', what))],
    [t('questions.consent-name.short'), one(seen.typed_name)],
    [t('questions.consent-helper.short'), one(seen.helper)],
    [t('consent.copy.day'), day(seen.answered_on)],
    [t('consent.copy.back'), day(seen.withdrawn_on)],
  ]
  return lines.filter(([, values]) => values.length)
}
