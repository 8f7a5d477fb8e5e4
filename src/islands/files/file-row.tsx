import { FileName } from '../../components/form/file-name.tsx'
import { ErrorMessage } from '../../components/govuk/error-message.tsx'
import type { Wording } from '../../form/wording.ts'
import { mayGoBetter, type Row } from './rows.ts'

interface Props {
  readonly row: Row
  readonly wording: Wording
  readonly stop: () => void
  readonly again: () => void
}

/** One file: its name, how it stands, and what can be done with it. */
export function FileRow({ row, wording: { t, language }, stop, again }: Props) {
  const { id, name, state, gone, code } = row
  const ofFile = (
    <span class="govuk-visually-hidden">
      {' '}
      <bdi>{name}</bdi>
    </span>
  )
  return (
    <li class={`file file--${state}`}>
      <span id={`${id}-name`}>
        <FileName file={row} language={language} />
      </span>
      <div class="file-state">
        {code ? (
          <ErrorMessage prefix={t('form.errors.prefix')}>{t(`questions.files.errors.${code}`)}</ErrorMessage>
        ) : (
          <span>{t(`form.files.state.${state}`)}</span>
        )}
        {state === 'sending' && (
          <progress aria-labelledby={`${id}-name`} max={100} value={Math.round(gone * 100)} />
        )}
      </div>
      <div class="file-actions">
        {mayGoBetter(row) && (
          <button type="button" class="change" onClick={again}>
            {t('form.files.again')}
            {ofFile}
          </button>
        )}
        {/* One button for both, so that whoever stands on it stays there. */}
        <button type="button" class="change" id={id} onClick={stop}>
          {t(state === 'sending' ? 'form.files.cancel' : 'form.files.remove')}
          {ofFile}
        </button>
      </div>
    </li>
  )
}
