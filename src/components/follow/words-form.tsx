import type { Followed } from '../../complaints/follow/ports.ts'
import type { View } from '../../complaints/follow/what-they-may-see.ts'
import type { Wording } from '../../form/wording.ts'
import { Button } from '../govuk/button.tsx'
import { ErrorSummary } from '../govuk/error-summary.tsx'
import { Input } from '../govuk/input.tsx'

/** Why what they wrote is not shown. */
export type WordsError = 'required' | 'no-match'

interface Props {
  readonly followed: Followed
  readonly view: View
  readonly grant: string
  readonly wrong?: WordsError | undefined
  readonly wording: Wording
}

/** Asks for the name or the postcode that the complaint was made with, before it shows what was written. */
export function WordsForm({ followed, view, grant, wrong, wording: { t, language } }: Props) {
  if (!view.ownWords) return <p>{t('follow.words.not-shown')}</p>
  if (!followed.named) return <p>{t('follow.words.anonymous')}</p>
  return (
    <form action="/api/follow" method="post" noValidate>
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="grant" value={grant} />
      <Input
        name="known-by"
        label={t('follow.words.label')}
        labelClass="govuk-label--s"
        hint={t('follow.words.hint')}
        autocomplete="name"
        spellcheck={false}
        error={wrong && { prefix: t('form.errors.prefix'), message: t(`follow.words.errors.${wrong}`) }}
      />
      <Button name="go" value="words" class="govuk-button--secondary">
        {t('follow.words.button')}
      </Button>
    </form>
  )
}

/** What is to mend, at the top of the page. */
WordsForm.Error = ({ wrong, wording: { t } }: { wrong: WordsError; wording: Wording }) => (
  <ErrorSummary
    title={t('form.errors.title')}
    items={[{ href: '#known-by', message: t(`follow.words.errors.${wrong}`) }]}
    tabindex={-1}
    autofocus
  />
)
