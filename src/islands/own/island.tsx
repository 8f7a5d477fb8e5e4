import { useRef, useState } from 'preact/hooks'
import { readReference } from '../../complaints/reference.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { OwnComplaintForm, OwnComplaintsList } from '../../components/own/own-complaints.tsx'
import { OwnDetailsForm } from '../../components/own/own-details.tsx'
import type { Translate } from '../../words/translate.ts'
import { forgetOwn, keepOwn, keyIn, readOwn, type Own } from './kept-on-device.ts'

interface Props {
  readonly t: Translate
  readonly root: string
}

/** What somebody keeps on their own device. Nothing here is sent anywhere. */
export function Island({ t, root }: Props) {
  const [own, setOwn] = useState<Own>(readOwn)
  const [wrong, setWrong] = useState<readonly string[]>([])
  const [said, setSaid] = useState('')
  const [round, setRound] = useState(0)
  const summary = useRef<HTMLDivElement>(null)

  /** Keeps it, says so, and starts the forms afresh. */
  function keep(next: Own, done: string): void {
    const taken = keepOwn(next)
    if (taken) setOwn(next)
    setWrong([])
    setSaid(t(taken ? done : 'advocates.refused'))
    setRound(round + 1)
  }

  function refuse(fields: readonly string[]): void {
    setWrong(fields)
    setSaid('')
    // The list of mistakes is there after the next paint.
    setTimeout(() => summary.current?.focus())
  }

  function keepDetails(form: HTMLFormElement): void {
    const text = textsOf(form)
    const missing = [...(text('name') ? [] : ['name']), ...(text('agree') ? [] : ['agree'])]
    if (missing.length) return refuse(missing)
    const details = {
      name: text('name'),
      organisation: text('organisation'),
      email: text('email'),
      phone: text('phone'),
    }
    keep({ ...own, details }, 'advocates.details.kept')
  }

  function keepComplaint(form: HTMLFormElement): void {
    const text = textsOf(form)
    const reference = readReference(text('reference'))
    const key = keyIn(text('link'))
    if (!reference || !key) return refuse([...(reference ? [] : ['reference']), ...(key ? [] : ['link'])])
    const others = own.complaints.filter((one) => one.reference !== reference)
    const complaints = [...others, { reference, note: text('note'), key }]
    const taken = keepOwn({ ...own, complaints })
    if (taken) setOwn({ ...own, complaints })
    setWrong([])
    setSaid(taken ? t('advocates.complaints.kept', { reference }) : t('advocates.refused'))
    setRound(round + 1)
  }

  function remove(reference: string): void {
    const complaints = own.complaints.filter((one) => one.reference !== reference)
    keepOwn({ ...own, complaints })
    setOwn({ ...own, complaints })
    setSaid(t('advocates.complaints.removed', { reference }))
  }

  const ofDetails = ['name', 'agree']
  const messageOf = (field: string) =>
    ofDetails.includes(field)
      ? t(`advocates.details.errors.${field}`)
      : t(`advocates.complaints.errors.${field}`)
  return (
    <div
      onSubmit={(event) => {
        event.preventDefault()
        const form = event.target as HTMLFormElement
        if (form.id === 'own-details') keepDetails(form)
        else keepComplaint(form)
      }}
    >
      {wrong.length > 0 && (
        <ErrorSummary
          title={t('form.errors.title')}
          items={wrong.map((field) => ({ href: `#own-${field}`, message: messageOf(field) }))}
          tabindex={-1}
          rootRef={summary}
        />
      )}
      <p role="status">{said}</p>
      <h2>{t('advocates.details.title')}</h2>
      <p>{t('advocates.details.lead')}</p>
      <OwnDetailsForm
        key={`details-${round}`}
        t={t}
        details={own.details && { ...own.details }}
        wrong={wrong.filter((field) => ofDetails.includes(field))}
      />
      <h2>{t('advocates.complaints.title')}</h2>
      <p>{t('advocates.complaints.lead')}</p>
      <OwnComplaintsList
        t={t}
        root={root}
        complaints={own.complaints}
        remove={({ reference }) => remove(reference)}
      />
      <OwnComplaintForm
        key={`complaint-${round}`}
        t={t}
        wrong={wrong.filter((field) => !ofDetails.includes(field))}
      />
      {(own.details || own.complaints.length > 0) && (
        <Button
          type="button"
          class="govuk-button--secondary"
          onClick={() => {
            forgetOwn()
            setOwn({ details: null, complaints: [] })
            setSaid(t('advocates.forget.done'))
            setRound(round + 1)
          }}
        >
          {t('advocates.forget.button')}
        </Button>
      )}
    </div>
  )
}

const textsOf = (form: HTMLFormElement) => {
  const data = new FormData(form)
  return (name: string): string => String(data.get(name) ?? '').trim()
}
