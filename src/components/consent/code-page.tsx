import { consentCode } from '../../form/journeys/consent-code.ts'
import { questionsOf } from '../../form/journey.ts'
import { Ask, type Asking } from '../form/ask.tsx'
import { ErrorList } from '../form/error-list.tsx'
import { Intro, type IntroFacts } from '../form/intro.tsx'
import { Button } from '../govuk/button.tsx'
import { ErrorSummary } from '../govuk/error-summary.tsx'
import { InsetText } from '../govuk/inset-text.tsx'
import { Linked } from '../linked.tsx'

interface Props extends Asking {
  readonly intro: IntroFacts
  /** Where the edition's pages start. */
  readonly root: string
  readonly note?: 'closed' | 'opens-nothing' | undefined
  /** True where the record is away. */
  readonly problem?: boolean | undefined
}

/** The reference and the code of a letter, and the button that opens the question. Nothing is kept of what is typed. */
export function CodePage({ intro, root, note, problem, ...asking }: Props) {
  const { wording } = asking
  const { t } = wording
  const { phone } = intro
  return (
    <>
      <ErrorList journey={consentCode} errors={asking.errors} wording={wording} />
      {problem && (
        <ErrorSummary title={t('consent-code.problem.title')} items={[]} tabindex={-1} autofocus>
          {t('consent-code.problem.lead')} {t('form.problem.ring', { phone })}
        </ErrorSummary>
      )}
      <Intro {...intro} journeyId="consent-code" wording={wording} />
      {note && (
        <InsetText>
          <p>{t(`consent-code.notes.${note}`)}</p>
        </InsetText>
      )}
      <form action="/api/consents/open" method="post" noValidate>
        <input type="hidden" name="language" value={wording.language} />
        {questionsOf(consentCode).map((question) => (
          <div id={`q-${question.id}`}>
            <Ask question={question} {...asking} />
          </div>
        ))}
        <Button>{t('consent-code.open')}</Button>
        <p>{t('consent-code.nothing-yet')}</p>
      </form>
      <h2>{t('consent-code.paper.title')}</h2>
      <p>
        <a href={`${root}consent/paper/`}>{t('consent-code.paper.link')}</a>
      </p>
      <h2>{t('consent-code.lost.title')}</h2>
      <p>
        <Linked text={t('consent-code.lost.ring', { phone })} phones={[phone]} />
      </p>
    </>
  )
}
