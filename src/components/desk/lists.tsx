import { deskLists, type DeskList, type DeskPage } from '../../complaints/desk/lists.ts'
import { londonDay } from '../../council/working-days.ts'
import { partialDateInWords } from '../../words/dates.ts'
import { Button } from '../govuk/button.tsx'
import { Input } from '../govuk/input.tsx'
import { Table } from '../govuk/table.tsx'
import { DeskFrame, deskAction, Done, Go, type AtTheDesk } from './at-the-desk.tsx'
import { inWords } from './in-words.ts'
import { sessionField } from '../../desk/session.ts'

interface Overview extends AtTheDesk {
  readonly counts: Partial<Record<DeskList, number>>
  /** The reference that found nothing. */
  readonly sought?: string | undefined
  /** The act that was just done. */
  readonly done?: string | undefined
}

/** Every list with how many stand in it, and a way to one case. */
export function ListsPage({ counts, sought, done, ...at }: Overview) {
  const { t } = at.wording
  const filled = deskLists.filter((list) => counts[list])
  return (
    <DeskFrame {...at}>
      <Done act={done} wording={at.wording} />
      <h1>{t('desk.lists.title')}</h1>
      {filled.length === 0 && <p>{t('desk.lists.empty')}</p>}
      <ul class="desk-lists">
        {filled.map((list) => (
          <li>
            <Go to={`list:${list}:1`}>{t(`desk.lists.names.${list}`)}</Go> <b>{counts[list]}</b>
          </li>
        ))}
      </ul>
      <form action={deskAction} method="post" noValidate>
        <input type="hidden" name={sessionField} value={at.session} />
        <Input
          name="reference"
          label={t('desk.lists.find')}
          labelClass="govuk-label--s"
          hint={t('desk.lists.find-hint')}
          class="govuk-input--width-20"
          spellcheck={false}
          autocapitalize="characters"
          value={sought}
          error={
            sought !== undefined && { prefix: t('form.errors.prefix'), message: t('desk.lists.not-found') }
          }
        />
        <Button name="go" value="find">
          {t('desk.lists.find-button')}
        </Button>
      </form>
    </DeskFrame>
  )
}

interface Listed extends AtTheDesk, DeskPage {
  readonly list: DeskList
  readonly page: number
}

/** One list: what is due first on top. */
export function ListPage({ list, rows, more, page, ...at }: Listed) {
  const { t } = at.wording
  const column = (name: string) => ({ children: t(`desk.lists.columns.${name}`) })
  return (
    <DeskFrame {...at}>
      <h1>{t(`desk.lists.names.${list}`)}</h1>
      {rows.length === 0 ? (
        <p>{t('desk.lists.none')}</p>
      ) : (
        <div class="scrolled" tabindex={0} role="region" aria-label={t(`desk.lists.names.${list}`)}>
          <Table
            head={(columns[list] ?? columns.cases).map(column)}
            firstCellIsHeader
            rows={rows.map((row) => cells(row, list, at))}
          />
        </div>
      )}
      {more && (
        <p>
          <Go to={`list:${list}:${page + 1}`}>{t('desk.lists.next')}</Go>
        </p>
      )}
    </DeskFrame>
  )
}

/** Lists that say nothing about a case in another. */
const unflagged: readonly DeskList[] = ['all-open', 'to-match', 'tasks', 'to-print']

const columns: Partial<Record<DeskList, readonly string[]>> & { readonly cases: readonly string[] } = {
  cases: ['reference', 'about', 'received', 'due', 'flags'],
  'to-match': ['reference', 'kind', 'received'],
  tasks: ['task', 'reference', 'since', 'letter'],
  'to-print': ['letter', 'reference', 'why', 'since'],
}

function cells(row: DeskPage['rows'][number], list: DeskList, { wording: { t, serviceName } }: AtTheDesk) {
  const day = (on: string) => partialDateInWords(on, 'en')
  if ('task' in row)
    return [
      { children: <Go to={`act:settle-task:${row.task}`}>{inWords(row.kind)}</Go> },
      { children: row.reference ? <Go to={`case:${row.reference}`}>{row.reference}</Go> : '–' },
      { children: day(londonDay(new Date(row.made_at))) },
      {
        children: row.message ? (
          <Go to={`letter:${row.message}`}>{inWords(row.template ?? '')}</Go>
        ) : (
          row.template && inWords(row.template)
        ),
      },
    ]
  if ('print' in row)
    return [
      { children: <Go to={`letter:${row.print}`}>{inWords(row.template)}</Go> },
      { children: <Go to={`case:${row.reference}`}>{row.reference}</Go> },
      { children: inWords(row.why) },
      { children: day(londonDay(new Date(row.since))) },
    ]
  if ('addition' in row)
    return [
      { children: <Go to={`addition:${row.addition}`}>{row.reference ?? '–'}</Go> },
      { children: inWords(row.kind) },
      { children: day(row.received_on) },
    ]
  const flags = row.lists.filter((each) => !unflagged.includes(each) && each !== list)
  return [
    { children: <Go to={`case:${row.reference}`}>{row.reference}</Go> },
    { children: row.service ? serviceName(row.service) : inWords(row.kind) },
    { children: day(row.received_on) },
    { children: row.due_on ? day(row.due_on) : '–' },
    { children: flags.map((flag) => t(`desk.lists.flags.${flag}`)).join(', ') },
  ]
}
