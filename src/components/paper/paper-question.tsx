import { optionsOf } from '../../form/kinds/choice.ts'
import type { PaperQuestion } from '../../form/outputs/on-paper.ts'
import { optionLabel } from '../../form/outputs/readable.ts'
import type { Surroundings } from '../../form/question.ts'
import type { Wording } from '../../form/wording.ts'
import { DateBoxes, Lines, linesFor } from './answer-space.tsx'
import { notes, place } from './instructions.ts'

export interface OnPaper {
  readonly paper: readonly PaperQuestion[]
  readonly wording: Wording
  readonly around: Surroundings
}

/** More options than this stand in two columns. */
const few = 4

interface Props extends OnPaper {
  readonly asked: PaperQuestion
  /** False where the next question fills the same part of the record, so that both share its room. */
  readonly room: boolean
}

/** One question in print: its number, whom it is for, and room for the answer. */
export function PaperQuestionBlock({ asked, room, paper, wording, around }: Props) {
  const { question, number } = asked
  const { t, has } = wording
  const label = t(`questions.${question.id}.label`)
  const hint = `questions.${question.id}.hint`
  const guidance = [
    ...notes(asked, paper, wording).map((note) => (
      <span class="route" key={note}>
        {note}{' '}
      </span>
    )),
    ...(has(hint) ? [t(hint)] : []),
    ...(question.kind === 'files' ? [' ', t('paper.copies')] : []),
  ]
  return (
    <section class="paper-question" data-question={question.id}>
      <h3>
        <span class="question-number">{number}</span>{' '}
        {question.optional ? t('form.optional', { label }) : label}
      </h3>
      {guidance.length > 0 && <p>{guidance}</p>}
      {question.options && <Ticks asked={asked} wording={wording} around={around} />}
      {question.kind === 'partial-date' && <DateBoxes question={question} wording={wording} />}
      {room && !question.options && question.kind !== 'partial-date' && <Lines count={linesFor(question)} />}
    </section>
  )
}

function Ticks({ asked, wording, around }: Pick<Props, 'asked' | 'wording' | 'around'>) {
  const { question, goTo } = asked
  const { t, has } = wording
  const options = optionsOf(question, around)
  // Where all go on at the same place, it is said once.
  const places = new Set(options.map((option) => goTo[option]))
  const [together] = places.size === 1 ? places : []
  return (
    <>
      {question.kind === 'choices' && !has(`questions.${question.id}.hint`) && <p>{t('paper.tick-any')}</p>}
      <ul class={options.length > few ? 'ticks ticks--many' : 'ticks'}>
        {options.map((option) => {
          const hint = `questions.${question.id}.optionHints.${option}`
          const next = goTo[option]
          return (
            <li key={option}>
              <span class={has(hint) ? 'tick-label' : undefined}>
                {optionLabel(question.id, question.options, option, wording)}
              </span>
              {has(hint) && <span> {t(hint)}</span>}
              {next && !together && (
                <span class="route"> {t('paper.go-to', { next: place(next, wording) })}</span>
              )}
            </li>
          )
        })}
      </ul>
      {together && (
        <p>
          <span class="route">{t('paper.go-to', { next: place(together, wording) })}</span>
        </p>
      )}
    </>
  )
}
