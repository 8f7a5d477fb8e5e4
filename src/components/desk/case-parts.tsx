import type { Case } from '../../complaints/desk/case.ts'
import type { Exchange } from '../../form/outputs/transcript.ts'
import type { Wording } from '../../form/wording.ts'
import { dayInWords } from '../../words/dates.ts'
import { Details } from '../govuk/details.tsx'
import { Table } from '../govuk/table.tsx'
import { Go } from './at-the-desk.tsx'
import { dayOf, inWords } from './in-words.ts'

interface Worded {
  readonly wording: Wording
}

interface ExchangesProps {
  readonly exchanges: readonly Exchange[]
  /** What the questions were asked in. */
  readonly language: string
}

/** What somebody was asked and said, as they said it, in their own direction. */
export const Exchanges = ({ exchanges, language }: ExchangesProps) => (
  <dl class="exchanges" lang={language}>
    {exchanges.map(({ question, answer }) => (
      <>
        <dt dir="auto">{question}</dt>
        {answer.map((text) => (
          <dd class="lines" dir="auto">
            {text}
          </dd>
        ))}
      </>
    ))}
  </dl>
)

/** What was sent later. */
export const CaseAdditions = ({ additions, wording: { t } }: Worded & Pick<Case, 'additions'>) =>
  additions.length === 0 ? null : (
    <>
      <h2>{t('desk.case.additions')}</h2>
      {additions.map((addition) => (
        <>
          <h3>
            {inWords(addition.kind)}, {dayInWords(addition.received_on, 'en')}
          </h3>
          <Exchanges exchanges={addition.transcript} language={addition.language} />
        </>
      ))}
    </>
  )

/** Every file with how it stands. Only what was looked through can be opened. */
export const CaseFiles = ({ files, wording: { t } }: Worded & Pick<Case, 'files'>) =>
  files.length === 0 ? null : (
    <>
      <h2>{t('desk.case.files')}</h2>
      <ul>
        {files.map(({ id, name, size, state }) => (
          <li>
            <bdi>{name}</bdi>, {t('desk.case.file-size', { kilobytes: Math.ceil(size / 1000) })}{' '}
            {state === 'clean' ? (
              <Go to={`file:${id}`} hidden={t('desk.case.file-hidden', { name })}>
                {t('desk.case.file-open')}
              </Go>
            ) : (
              t(`desk.case.file-state.${state}`)
            )}
          </li>
        ))}
      </ul>
    </>
  )

/** Who can be written to on paper: the team's own letters are no letters to print. */
const toPeople: readonly string[] = ['complainant', 'representative', 'affected']

/** Every letter, with what became of it. */
export function CaseLetters({ messages, wording: { t } }: Worded & Pick<Case, 'messages'>) {
  if (messages.length === 0) return null
  const column = (name: string) => ({ children: t(`desk.case.letter-columns.${name}`) })
  const state = ({
    created_at,
    sent_at,
    failed_at,
    last_failure,
    bounced_at,
    printed_at,
  }: Case['messages'][number]) => {
    if (printed_at) return t('desk.case.printed', { day: dayOf(printed_at) })
    if (bounced_at) return t('desk.case.bounced', { day: dayOf(bounced_at) })
    if (failed_at) return t('desk.case.failed', { why: inWords(last_failure ?? '') })
    if (sent_at) return t('desk.case.sent', { day: dayOf(sent_at) })
    return t('desk.case.waiting', { day: dayOf(created_at) })
  }
  return (
    <>
      <h2>{t('desk.case.letters')}</h2>
      <div class="scrolled" tabindex={0} role="region" aria-label={t('desk.case.letters')}>
        <Table
          head={['what', 'to', 'when', 'show'].map(column)}
          firstCellIsHeader
          rows={messages.map((message) => {
            const [what, to] = [inWords(message.template), inWords(message.recipient)]
            return [
              { children: what },
              { children: to },
              { children: state(message) },
              {
                children: toPeople.includes(message.recipient) && (
                  <Go to={`letter:${message.id}`} hidden={t('desk.case.letter-hidden', { what, to })}>
                    {t('desk.case.letter-show')}
                  </Go>
                ),
              },
            ]
          })}
        />
      </div>
    </>
  )
}

/** What the team wrote for itself. */
export const CaseNotes = ({ notes, wording: { t } }: Worded & Pick<Case, 'notes'>) =>
  notes.length === 0 ? null : (
    <>
      <h2>{t('desk.case.notes')}</h2>
      {notes.map(({ text, written_at, by }) => (
        <>
          <h3>{t('desk.case.by', { day: dayOf(written_at), name: by })}</h3>
          <p class="lines">{text}</p>
        </>
      ))}
    </>
  )

/** What happened, and by whom; who only read the case is kept apart, since each reading is written down. */
export function History({ events, wording: { t } }: Worded & Pick<Case, 'events'>) {
  const by = ({ happened_at, by: name }: Case['events'][number]) =>
    t('desk.case.by', { day: dayOf(happened_at), name })
  const readings = new Set(events.filter(({ event }) => event === 'case-read').map(by))
  return (
    <>
      <h2>{t('desk.case.history')}</h2>
      <ul>
        {events
          .filter(({ event }) => event !== 'case-read')
          .map((event) => (
            <li>
              {inWords(event.event)}: {by(event)}
            </li>
          ))}
      </ul>
      {readings.size > 0 && (
        <Details summary={t('desk.case.readings')}>
          <ul>
            {[...readings].map((reading) => (
              <li>{reading}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}
