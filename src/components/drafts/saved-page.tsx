import { mailDraftCode } from '../../form/journeys/resume.ts'
import { draftEmail } from '../../form/questions/draft-email.ts'
import { dayInWords } from '../../words/dates.ts'
import { Ask, type Asking } from '../form/ask.tsx'
import { ErrorList } from '../form/error-list.tsx'
import { clearAddress } from '../form/save-and-leave.tsx'
import { Button } from '../govuk/button.tsx'
import { ErrorSummary } from '../govuk/error-summary.tsx'
import { InsetText } from '../govuk/inset-text.tsx'

interface Props extends Asking {
  readonly code: string
  /** The last day on which it opens, YYYY-MM-DD; null where the record is away and cannot tell. */
  readonly keptThrough: string | null
  /** The address to come back to, as a person types it. */
  readonly address: string
  readonly root: string
  readonly mail?: 'sent' | 'failed' | undefined
}

/** The code of what was just saved: to write down, to print, or to be sent. The one page that ever shows it. */
export function SavedPage({ code, keptThrough, address, root, mail, ...asking }: Props) {
  const { wording } = asking
  const { t, language } = wording
  const carried = (name: string) => (
    <>
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name={name} value={code} />
    </>
  )
  return (
    <>
      <ErrorList journey={mailDraftCode} errors={asking.errors} wording={wording} />
      {mail === 'failed' && (
        <ErrorSummary title={t('resume.saved.mail.title')} items={[]} tabindex={-1} autofocus>
          {t('resume.saved.mail.failed')}
        </ErrorSummary>
      )}
      <h1>{t('resume.saved.title')}</h1>
      {mail === 'sent' && (
        <InsetText>
          <p role="status">{t('resume.saved.mail.sent')}</p>
        </InsetText>
      )}
      <p class="lead">{t('resume.saved.lead')}</p>
      <div class="draft">
        <h2>{t('resume.saved.code')}</h2>
        <p class="draft-code">
          <bdi id="draft" dir="ltr" translate={false}>
            {code}
          </bdi>
        </p>
        <p>{t('resume.saved.keep')}</p>
        {keptThrough && <p>{t('resume.saved.until', { day: dayInWords(keptThrough, language) })}</p>}
      </div>
      <h2>{t('resume.saved.back.title')}</h2>
      <ol>
        <li>{t('resume.saved.back.go-to', { address })}</li>
        <li>{t('resume.saved.back.enter')}</li>
        <li>{t('resume.saved.back.send')}</li>
      </ol>
      <p>
        {t('resume.saved.urgent')} <a href={`${root}urgent-help/`}>{t('resume.saved.urgent-link')}</a>
      </p>
      <div class="screen-only">
        <h2>{t('resume.saved.mail.title')}</h2>
        <form action="/api/drafts" method="post" noValidate>
          {carried('draft')}
          <div id={`q-${draftEmail.id}`}>
            <Ask question={draftEmail} {...asking} />
          </div>
          <Button name="go" value="mail">
            {t('resume.saved.mail.button')}
          </Button>
        </form>
        <h2>{t('resume.saved.shared.title')}</h2>
        <p>
          {t('resume.saved.shared.lead')} <a href={clearAddress(language)}>{t('form.leave.clear')}</a>
        </p>
        <h2>{t('resume.saved.now.title')}</h2>
        <form id="go-on" action="/api/drafts" method="post">
          {carried('draft-code')}
          <Button name="go" value="open" class="govuk-button--secondary">
            {t('resume.saved.now.button')}
          </Button>
        </form>
      </div>
    </>
  )
}
