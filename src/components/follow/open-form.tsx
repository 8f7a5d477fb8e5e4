import { questionsOf, type Journey } from '../../form/journey.ts'
import { Ask, type Asking } from '../form/ask.tsx'
import { ErrorList } from '../form/error-list.tsx'
import { Intro, type IntroFacts } from '../form/intro.tsx'
import { Button } from '../govuk/button.tsx'
import { ErrorSummary } from '../govuk/error-summary.tsx'
import { InsetText } from '../govuk/inset-text.tsx'
import { Linked } from '../linked.tsx'

interface Props extends Asking {
  readonly journey: Journey
  readonly action: string
  readonly intro: IntroFacts
  /** Where the edition's pages start. */
  readonly root: string
  readonly note?: 'closed' | 'opens-nothing' | 'too-many-tries' | undefined
  readonly problem?: boolean | undefined
}

/** A complaint's reference and code, and the button that opens its page. Nothing is kept of what is typed. */
export function OpenForm({ journey, action, intro, root, note, problem, ...asking }: Props) {
  const { wording } = asking
  const { t } = wording
  return (
    <>
      <ErrorList journey={journey} errors={asking.errors} wording={wording} />
      {problem && (
        <ErrorSummary title={t('follow.problem.title')} items={[]} tabindex={-1} autofocus>
          {t('follow.problem.lead')} {t('form.problem.ring', { phone: intro.phone })}
        </ErrorSummary>
      )}
      <Intro {...intro} journeyId="follow" wording={wording} />
      {note && (
        <InsetText>
          <p>{t(`follow.notes.${note}`)}</p>
        </InsetText>
      )}
      <form action={action} method="post" noValidate>
        <input type="hidden" name="language" value={wording.language} />
        {questionsOf(journey).map((question) => (
          <div id={`q-${question.id}`}>
            <Ask question={question} {...asking} />
          </div>
        ))}
        <Button name="go" value="open">
          {t('follow.open')}
        </Button>
      </form>
      <h2>{t('follow.lost.title')}</h2>
      <p>
        <Linked text={t('follow.lost.ring', { phone: intro.phone })} phones={[intro.phone]} />
      </p>
      <p>{t('follow.lost.still')}</p>
      <ul>
        <li>
          <a href={`${root}add/`}>{t('follow.lost.add')}</a>
        </li>
        <li>
          <a href={`${root}review/`}>{t('follow.lost.review')}</a>
        </li>
      </ul>
    </>
  )
}
