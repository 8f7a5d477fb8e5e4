import type { LetterInWords } from '../../complaints/send-mail.ts'
import { letterInPage } from '../letter.tsx'
import { DeskFrame, Go, type AtTheDesk } from './at-the-desk.tsx'

interface Props extends AtTheDesk {
  readonly said: LetterInWords | null
  readonly reference: string
  readonly addressee: string | null
  readonly address: string | null
  /** What can be done with it, by the id of each act. */
  readonly acts: readonly string[]
  readonly message: string
}

/** A letter as it was or would be sent, to read or to print: on paper it stands alone, under its address. */
export function LetterPage({ said, reference, addressee, address, acts, message, ...at }: Props) {
  const { t } = at.wording
  return (
    <DeskFrame {...at}>
      <div class="screen-only">
        <h1>{t('desk.letter.title')}</h1>
        <p class="lead">{t(said ? 'desk.letter.lead' : 'desk.letter.gone')}</p>
        <p>
          <Go to={`case:${reference}`}>{t('desk.letter.case')}</Go>
        </p>
        {acts.map((id) => (
          <p>
            <Go to={`act:${id}:${message}`}>{t(`acts.${id}.title`)}</Go>
          </p>
        ))}
      </div>
      {said && (
        <div class="desk-letter">
          <address class="lines">{[addressee, address].filter(Boolean).join('\n')}</address>
          <div dangerouslySetInnerHTML={{ __html: letterInPage(said) }} />
        </div>
      )}
    </DeskFrame>
  )
}
