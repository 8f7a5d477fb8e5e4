import type { ComponentChildren, VNode } from 'preact'
import { kindOf } from '../../complaints/kind-of.ts'
import type { Journey } from '../../form/journey.ts'
import { rowsToCheck, type Row } from '../../form/outputs/check-answers.ts'
import { databaseRecord } from '../../form/outputs/database-record.ts'
import { readable } from '../../form/outputs/readable.ts'
import { textsOf } from '../../form/question.ts'
import { validate } from '../../form/validate.ts'
import { Button } from '../govuk/button.tsx'
import { Checkboxes } from '../govuk/checkboxes.tsx'
import { SummaryList } from '../govuk/summary-list.tsx'
import type { Asking } from './ask.tsx'
import { FilesHeld } from './files-field.tsx'

interface Props extends Omit<Asking, 'errors'> {
  readonly journey: Journey
  /** The way back to one answer: a link in the browser, a button where a post must carry the words along. */
  readonly change: (row: Row, label: ComponentChildren) => VNode
  /** What stands beside a file that is about to be sent. */
  readonly besideFile?: (handle: string, name: string) => VNode
  /** What the button says while it is being sent, and cannot be pressed again. */
  readonly busy?: string | undefined
  /** What the answers are about, where the form is one person's. */
  readonly about?: string | undefined
}

/** The field that names the left-over texts a person chose to send. */
export const keepField = 'keep'

/** Everything a person is about to send, to read through and change, and the button that sends it. */
export function CheckAnswers({ journey, change, besideFile, busy, about, fields, around, wording }: Props) {
  const { t, has } = wording
  const { answers, leftOver } = validate(journey, fields, around)
  const kind = kindOf(databaseRecord(answers))
  return (
    <>
      <h1>{t('form.check.title')}</h1>
      <p>{t('form.check.lead')}</p>
      {about && <p class="govuk-inset-text">{about}</p>}
      <SummaryList
        rows={rowsToCheck(journey, fields, around, wording).map((row) => ({
          key: row.short,
          value: !row.answer.length ? (
            <span class="govuk-hint">{t('form.check.not-provided')}</span>
          ) : row.question.kind === 'files' ? (
            <FilesHeld values={textsOf(fields, row.question.id)} language={wording.language}>
              {besideFile}
            </FilesHeld>
          ) : (
            row.answer.map((text) => (
              <p class="answer" dir="auto">
                {text}
              </p>
            ))
          ),
          actions: [
            change(
              row,
              <>
                {t('form.check.change')}
                <span class="govuk-visually-hidden">
                  {' '}
                  {t('form.check.change-what', { question: row.short })}
                </span>
              </>,
            ),
          ],
        }))}
      />
      {leftOver.length > 0 && (
        <>
          <Checkboxes
            name={keepField}
            legend={t('form.check.left-over.title')}
            legendClass="govuk-fieldset__legend--m"
            hint={t('form.check.left-over.lead')}
            values={leftOver.map(({ question }) => question.id)}
            items={leftOver.map((answer) => ({
              value: answer.question.id,
              label: t('form.check.left-over.keep', { question: t(`questions.${answer.question.id}.short`) }),
              hint: (
                <span class="answer" dir="auto">
                  {readable(answer, wording).join('\n')}
                </span>
              ),
            }))}
          />
        </>
      )}
      <p>{t('form.check.sending-note')}</p>
      <p>{t('form.check.copy')}</p>
      <Button name="go" value="send" aria-disabled={busy ? 'true' : undefined}>
        {busy ?? t(has(`${journey.id}.send`) ? `${journey.id}.send` : `form.check.send.${kind}`)}
      </Button>
    </>
  )
}
