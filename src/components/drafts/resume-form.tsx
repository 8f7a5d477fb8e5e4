import { Ask, type Asking } from '../form/ask.tsx'
import { ErrorList } from '../form/error-list.tsx'
import { Intro, type IntroFacts } from '../form/intro.tsx'
import { resume } from '../../form/journeys/resume.ts'
import { draftCode } from '../../form/questions/draft-code.ts'
import { Button } from '../govuk/button.tsx'
import { ErrorSummary } from '../govuk/error-summary.tsx'
import { InsetText } from '../govuk/inset-text.tsx'

interface Props extends Asking {
  readonly intro: IntroFacts
  /** Where the edition's pages start. */
  readonly root: string
  /** For how many days answers are kept. */
  readonly days: number
  readonly deleted?: boolean | undefined
  /** True where the record is away. */
  readonly problem?: boolean | undefined
}

/** The code of saved answers, and the buttons that open or delete them. Nothing is kept of what is typed. */
export function ResumeForm({ intro, root, days, deleted, problem, ...asking }: Props) {
  const { wording } = asking
  const { t } = wording
  return (
    <>
      <ErrorList journey={resume} errors={asking.errors} wording={wording} />
      {problem && (
        <ErrorSummary title={t('resume.problem.title')} items={[]} tabindex={-1} autofocus>
          {t('resume.problem.lead')} {t('form.problem.ring', { phone: intro.phone })}
        </ErrorSummary>
      )}
      <Intro {...intro} journeyId="resume" wording={wording} />
      {deleted && (
        <InsetText>
          <p role="status">{t('resume.delete.done')}</p>
        </InsetText>
      )}
      <form id="resume" action="/api/drafts" method="post" noValidate autoComplete="off">
        <input type="hidden" name="language" value={wording.language} />
        <div id={`q-${draftCode.id}`}>
          <Ask question={draftCode} {...asking} />
        </div>
        <Button name="go" value="open">
          {t('resume.open')}
        </Button>
        <h2>{t('resume.delete.title')}</h2>
        <p>{t('resume.delete.lead')}</p>
        <Button name="go" value="delete" class="govuk-button--secondary">
          {t('resume.delete.button')}
        </Button>
      </form>
      <h2>{t('resume.lost.title')}</h2>
      <p>{t('resume.lost.lead', { days })}</p>
      <p>
        {t('resume.lost.again')} <a href={`${root}complain/`}>{t('resume.lost.start')}</a>
      </p>
    </>
  )
}
