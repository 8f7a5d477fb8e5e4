import type { Translate } from '../../words/translate.ts'
import { Button } from '../govuk/button.tsx'
import { Input } from '../govuk/input.tsx'

interface Kept {
  readonly reference: string
  readonly note: string
  readonly key: string
}

interface Props {
  readonly t: Translate
  readonly root: string
  readonly complaints: readonly Kept[]
  readonly wrong?: readonly string[]
  readonly remove?: (complaint: Kept) => void
}

/** The complaints that somebody made for others, each leading to its own page. */
export function OwnComplaintsList({ t, root, complaints, remove }: Props) {
  if (complaints.length === 0) return <p>{t('advocates.complaints.none')}</p>
  return (
    <ul>
      {complaints.map((complaint) => (
        <li key={complaint.reference}>
          <a class="govuk-link" href={`${root}follow/open/?k=${complaint.key}`}>
            {t('advocates.complaints.open', { reference: complaint.reference })}
          </a>
          {complaint.note && ` (${complaint.note})`}{' '}
          <button type="button" class="change" onClick={() => remove?.(complaint)}>
            {t('advocates.complaints.remove')}
            <span class="govuk-visually-hidden">
              {' '}
              {t('advocates.complaints.remove-what', { reference: complaint.reference })}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Where another is added, from our letter. */
export function OwnComplaintForm({ t, wrong = [] }: Pick<Props, 't' | 'wrong'>) {
  const field = (name: string, hint?: string) => (
    <Input
      name={name}
      id={`own-${name}`}
      labelClass="govuk-label--s"
      label={t(`advocates.complaints.${name}`)}
      hint={hint}
      autocomplete="off"
      spellcheck={false}
      error={
        wrong.includes(name)
          ? { prefix: t('form.errors.prefix'), message: t(`advocates.complaints.errors.${name}`) }
          : undefined
      }
    />
  )
  return (
    <form id="own-complaint" noValidate>
      {field('reference')}
      {field('note', t('advocates.complaints.note-hint'))}
      {field('link')}
      <Button>{t('advocates.complaints.button')}</Button>
    </form>
  )
}
