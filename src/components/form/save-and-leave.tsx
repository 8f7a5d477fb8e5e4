import { savable } from '../../form/savable.ts'
import type { Wording } from '../../form/wording.ts'
import { Button, type ButtonProps } from '../govuk/button.tsx'

interface Props {
  readonly journeyId: string
  readonly wording: Wording
  /** What the button does where a script runs; it posts the form as it stands where none does. */
  readonly save?: ButtonProps
}

/** The ways to stop before the end: keep what was written, where it can be, or leave nothing of it on this device. */
export const SaveAndLeave = ({ journeyId, wording: { t, language }, save }: Props) => (
  <div class="leave">
    {savable.includes(journeyId) && (
      <Button
        id="save"
        class="govuk-button--secondary"
        {...(save ?? { name: 'save', value: journeyId, formAction: '/api/drafts' })}
      >
        {t('form.leave.save')}
      </Button>
    )}
    <p>
      <a href={clearAddress(language)}>{t('form.leave.clear')}</a>
    </p>
  </div>
)

/** Where what a browser keeps of the form is cleared; `all`: whatever it keeps of this site, which no script can do. */
export const clearAddress = (language: string): string => `/clear/?language=${language}&all=yes`
