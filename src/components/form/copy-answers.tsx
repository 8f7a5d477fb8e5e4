import type { ComponentProps } from 'preact'
import type { Wording } from '../../form/wording.ts'

interface Props extends Pick<ComponentProps<'button'>, 'form'> {
  readonly wording: Wording
}

/** The button that gives a form's answers back as a file. Its form is the one around it, or the one that it names. */
export const CopyAnswers = ({ wording: { t }, form }: Props) => (
  <p>
    <button class="govuk-button govuk-button--secondary" name="go" value="copy" form={form}>
      {t('form.copy.button')}
    </button>
  </p>
)
