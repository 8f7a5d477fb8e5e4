import type { Wording } from '../../form/wording.ts'
import { Button } from '../govuk/button.tsx'
import { ErrorSummary } from '../govuk/error-summary.tsx'
import { Input } from '../govuk/input.tsx'
import { Textarea } from '../govuk/textarea.tsx'
import { deskAction } from './at-the-desk.tsx'

/** What is wrong with what was typed, by the end of its key under desk.sign-in.errors. */
export type SignInError = 'email-required' | 'code-required' | 'wrong-code' | 'too-many-tries'

interface Props {
  readonly wording: Wording
  readonly email?: string
  readonly error?: SignInError | undefined
  /** What happened before, in words. */
  readonly note?: string | undefined
  /** What somebody had written as their time ran out: theirs to copy. */
  readonly written?: readonly string[]
}

const Wrong = ({ wording: { t }, error, field }: Props & { field: string }) =>
  error ? (
    <ErrorSummary
      title={t('form.errors.title')}
      items={[{ href: `#${field}`, message: t(`desk.sign-in.errors.${error}`) }]}
      tabindex={-1}
      autofocus
    />
  ) : null

const beside = (error: SignInError | undefined, { t }: Wording) =>
  error && { prefix: t('form.errors.prefix'), message: t(`desk.sign-in.errors.${error}`) }

/** Asks for the address that a code goes to. */
export function SignInForm(props: Props) {
  const { wording, email = '', error, note, written = [] } = props
  const { t } = wording
  return (
    <>
      <Wrong {...props} field="email" />
      <h1>{t('desk.title')}</h1>
      {note && <p class="govuk-inset-text">{note}</p>}
      {written.length > 0 && (
        <>
          <p>{t('desk.sign-in.written')}</p>
          {written.map((text, place) => (
            <Textarea
              name={`written-${place + 1}`}
              label={String(place + 1)}
              rows={6}
              readOnly
              value={text}
            />
          ))}
        </>
      )}
      <p class="lead">{t('desk.sign-in.lead')}</p>
      <form action={deskAction} method="post" noValidate>
        <Input
          name="email"
          type="email"
          label={t('desk.sign-in.email')}
          labelClass="govuk-label--s"
          value={email}
          autocomplete="email"
          spellcheck={false}
          autocapitalize="none"
          error={beside(error, wording)}
        />
        <Button name="go" value="send-code">
          {t('desk.sign-in.send')}
        </Button>
      </form>
    </>
  )
}

/** Asks for the code that was sent. */
export function CodeForm(props: Props & { readonly email: string }) {
  const { wording, email, error } = props
  const { t } = wording
  return (
    <>
      <Wrong {...props} field="code" />
      <h1>{t('desk.sign-in.code-title')}</h1>
      <p class="lead">{t('desk.sign-in.code-lead')}</p>
      <form action={deskAction} method="post" noValidate>
        <input type="hidden" name="email" value={email} />
        <Input
          name="code"
          label={t('desk.sign-in.code')}
          labelClass="govuk-label--s"
          class="govuk-input--width-20"
          inputmode="numeric"
          autocomplete="one-time-code"
          spellcheck={false}
          error={beside(error, wording)}
        />
        <Button name="go" value="sign-in">
          {t('desk.sign-in.sign-in')}
        </Button>
      </form>
      <p>{t('desk.sign-in.again')}</p>
      <form action={deskAction} method="post" noValidate>
        <input type="hidden" name="email" value={email} />
        <button type="submit" name="go" value="another-code" class="go">
          {t('desk.sign-in.another')}
        </button>
      </form>
    </>
  )
}
