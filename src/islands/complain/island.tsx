import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Carried } from '../../components/form/carried.tsx'
import { CheckAnswers, keepField } from '../../components/form/check-answers.tsx'
import { CopyAnswers } from '../../components/form/copy-answers.tsx'
import { ErrorList } from '../../components/form/error-list.tsx'
import { Intro } from '../../components/form/intro.tsx'
import { SaveAndLeave } from '../../components/form/save-and-leave.tsx'
import { StepBody } from '../../components/form/step-body.tsx'
import { BackLink } from '../../components/govuk/back-link.tsx'
import { Button } from '../../components/govuk/button.tsx'
import type { Step } from '../../form/journey.ts'
import { pickFields } from '../../form/fields.ts'
import { complain } from '../../form/journeys/complain.ts'
import { textOf, type Fields, type Surroundings } from '../../form/question.ts'
import type { FieldError } from '../../form/validate.ts'
import type { Wording } from '../../form/wording.ts'
import { withOwnDetails } from '../own/kept-on-device.ts'
import type { IslandFacts } from './facts.ts'
import { useFilesField } from './files-field.tsx'
import { isWithin, placeInAddress, record, returningFromCheck } from './history.ts'
import { forget, keep, type Kept } from './kept.ts'
import { NotSent, type Failure } from './not-sent.tsx'
import { route, type Place } from './route.ts'
import { mailCode, save } from './save.ts'
import { send } from './send.ts'

interface Props {
  readonly facts: IslandFacts
  readonly wording: Wording
  readonly around: Surroundings
  readonly action: string
  readonly begun: Kept
}

/** The form, one step at a time. Nothing leaves the device before somebody presses Send, or Save. */
export function Island({ facts, wording, around, action, begun }: Props) {
  const { t } = wording
  const [fields, setFields] = useState<Fields>(begun.fields)
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [draft, setDraft] = useState(begun.draft)
  const [notes, setNotes] = useState(begun.notes)
  /** The page that shows the code, as the site wrote it. */
  const [saved, setSaved] = useState('')
  const way = route(complain, fields, around)
  const [asked, setPlace] = useState<Place>(() => placeInAddress() ?? complain.steps[0]!.id)
  const codeShown = asked === savedPlace && saved !== ''
  const place = codeShown || asked === complain.steps[0]!.id ? asked : way.reach(asked)
  const filesField = useFilesField([place, way.after(place, false)].some(asksForFiles), setErrors)
  const root = useRef<HTMLDivElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  const opened = useRef(false)

  // Before the next frame: a reload or a crash may come at any moment.
  useLayoutEffect(() => {
    keep({ ...begun, fields, draft, notes })
  }, [fields, draft, notes])

  useEffect(() => {
    const follow = () => {
      setErrors([])
      setFailure(null)
      setPlace(placeInAddress() ?? complain.steps[0]!.id)
    }
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [])

  // A new step is a new page: its heading has the focus, it starts at the top.
  useLayoutEffect(() => {
    const heading = root.current?.querySelector('h1')
    if (opened.current && heading) {
      heading.tabIndex = -1
      heading.focus({ preventScroll: true })
      scrollTo(0, 0)
    }
    opened.current = true
  }, [place, saved])

  useLayoutEffect(() => {
    // On the page with the code, the site has written what is wrong.
    const told = root.current?.querySelector<HTMLElement>('.govuk-error-summary')
    const wrong = Boolean(told)
    const page = root.current?.querySelector('h1')?.textContent ?? ''
    const title = t('site.title', { page, council: facts.council })
    document.title = wrong ? t('form.errors.page-title', { title }) : title
    told?.focus()
  }, [place, errors, failure, saved])

  function moveTo(next: Place, returning = false): void {
    setErrors([])
    setFailure(null)
    setNotes(undefined)
    record(next, returning)
    setPlace(next)
  }

  function goOn(): void {
    const step = way.step(place)
    const found = step ? way.errorsOn(step) : []
    if (found.length) return setErrors([...found])
    moveTo(way.after(place, returningFromCheck()), returningFromCheck())
  }

  async function sendAll(form: HTMLFormElement): Promise<void> {
    if (busy) return
    setBusy(true)
    setFailure(null)
    const chosen = new FormData(form).getAll(keepField).map(String)
    const outcome = await send({
      action,
      language: facts.language,
      submission: begun.submission,
      fields,
      draft,
      keep: chosen,
    })
    // The button stays busy until the next page is there: it is sent.
    if ('location' in outcome) {
      forget()
      return location.assign(outcome.location)
    }
    setBusy(false)
    if ('failed' in outcome) return setFailure(outcome.failed)
    // The server found what this page did not, such as a date in the future where a phone's clock is ahead.
    const [first] = outcome.errors
    const step = complain.steps.find(({ questions }) => questions.some(({ id }) => id === first?.question))
    if (!step) return setFailure('unavailable')
    moveTo(step.id, true)
    setErrors(outcome.errors.filter(({ question }) => step.questions.some(({ id }) => id === question)))
  }

  async function saveAll(): Promise<void> {
    if (busy) return
    setBusy(true)
    setFailure(null)
    const kept = await save(facts.language, fields, draft)
    setBusy(false)
    if (!kept) return setFailure('not-saved')
    setDraft(kept.draft)
    setSaved(kept.html)
    moveTo(savedPlace)
  }

  async function mail(form: HTMLFormElement): Promise<void> {
    if (busy) return
    setBusy(true)
    setFailure(null)
    const answered = await mailCode(form)
    setBusy(false)
    if (!answered) return setFailure('offline')
    setSaved(answered.html)
  }

  if (codeShown)
    return (
      <div
        ref={root}
        key={place}
        onClick={leave}
        onSubmit={(event) => {
          event.preventDefault()
          if ((event.target as HTMLElement).id === 'go-on') history.back()
          else void mail(event.target as HTMLFormElement)
        }}
      >
        {failure && (
          <NotSent failure={failure} wording={wording} phone={facts.intro.phone} rootRef={summary} />
        )}
        <div dangerouslySetInnerHTML={{ __html: saved }} />
      </div>
    )
  const step = way.step(place)
  const asking = { fields, errors, wording, around, remarks: begun.remarks }
  const before = way.before(place)
  return (
    <div ref={root} key={place} onClick={leave}>
      {before && (
        <BackLink
          href={`#step-${before}`}
          onClick={(event) => {
            event.preventDefault()
            if (isWithin()) history.back()
            else moveTo(before)
          }}
        >
          {t('form.back')}
        </BackLink>
      )}
      <div onClick={focusField}>
        <ErrorList journey={complain} errors={errors} wording={wording} rootRef={summary} />
      </div>
      {failure && <NotSent failure={failure} wording={wording} phone={facts.intro.phone} rootRef={summary} />}
      {failure === 'unavailable' && (
        <form action={action} method="post">
          <Carried fields={{ language: facts.language, ...fields }} />
          <CopyAnswers wording={wording} />
        </form>
      )}
      {notes && (
        <div class="govuk-inset-text">
          {notes.map((note) => (
            <p>{note}</p>
          ))}
        </div>
      )}
      {!before && <Intro journeyId={complain.id} wording={wording} {...facts.intro} />}
      <form
        action={action}
        method="post"
        noValidate
        onInput={({ currentTarget }) =>
          step &&
          setFields(
            withOwnDetailsFor(step, {
              ...fields,
              ...fieldsOn(
                currentTarget,
                step.questions.flatMap((question) => question.fields),
              ),
            }),
          )
        }
        onSubmit={(event) => {
          event.preventDefault()
          if (step) goOn()
          else void sendAll(event.currentTarget)
        }}
      >
        {step ? (
          <>
            <StepBody
              journeyId={complain.id}
              step={step}
              questions={way.questionsOn(step)}
              level={before ? 1 : 2}
              facts={facts}
              filesField={filesField}
              waysFor={textOf(fields, 'kind') === 'complaint' ? [textOf(fields, 'service')] : []}
              {...asking}
            />
            <Button>{t('form.continue')}</Button>
          </>
        ) : (
          <CheckAnswers
            journey={complain}
            {...{ fields, wording, around }}
            busy={busy ? t('form.sending.busy') : undefined}
            change={({ step: id }, label) => (
              <a
                class="govuk-link"
                href={`#step-${id}`}
                onClick={(event) => {
                  event.preventDefault()
                  moveTo(id, true)
                }}
              >
                {label}
              </a>
            )}
          />
        )}
        <SaveAndLeave
          journeyId={complain.id}
          wording={wording}
          save={{
            type: 'button',
            'aria-disabled': busy ? 'true' : undefined,
            onClick: () => void saveAll(),
          }}
        />
      </form>
    </div>
  )
}

/** "Clear my answers and leave": the tab forgets them, and Back does not lead to them. */
function leave(event: MouseEvent): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="/clear/"]')
  if (!link) return
  event.preventDefault()
  forget()
  location.replace(link.href.replace('&all=yes', ''))
}

/** True for the step with files: what sends them is fetched a step ahead. */
const asksForFiles = (place: Place): boolean =>
  complain.steps.some(({ id, questions }) => id === place && questions.some(({ kind }) => kind === 'files'))

/** The place of the page that shows the code. */
const savedPlace = 'saved'

/** Once it is for someone else, what this device keeps of the writer's own details, on their request. */
const withOwnDetailsFor = (step: Step, fields: Fields): Fields =>
  step.questions.some(({ id }) => id === 'for-whom') && textOf(fields, 'for-whom') === 'someone-else'
    ? withOwnDetails(fields)
    : fields

/** The fields of a step as the page holds them; those that are not there any more are empty, not as before. */
function fieldsOn(form: HTMLFormElement, names: readonly string[]): Fields {
  const present = names.filter((name) => form.elements.namedItem(name))
  const picked = pickFields(new FormData(form), complain)
  return Object.fromEntries(present.map((name) => [name, picked[name] ?? '']))
}

/** A line of the error summary leads to its field without changing the address, which names the step. */
function focusField(event: MouseEvent): void {
  const link = (event.target as Element).closest('a[href^="#"]')
  const field = link && document.getElementById(link.getAttribute('href')!.slice(1))
  if (!field) return
  event.preventDefault()
  ;(field.closest('fieldset') ?? field.parentElement)?.scrollIntoView()
  field.focus({ preventScroll: true })
}
