import type { Step } from '../../form/journey.ts'
import type { Question } from '../../form/question.ts'
import { Ask, type Asking } from './ask.tsx'
import type { CouncilFacts } from './facts.ts'
import type { FilesField } from './files-field.tsx'
import { HelpNow } from './help-now.tsx'
import { QuickerWays } from './quicker-ways.tsx'

interface Props extends Asking {
  readonly journeyId: string
  readonly step: Step
  /** Which of its questions to show: all of them where styles or the reader must choose. */
  readonly questions: readonly Question[]
  /** The level of the step's heading. */
  readonly level: 1 | 2
  readonly facts: CouncilFacts
  /** The services whose other ways to show: the one chosen for a complaint, or all where styles choose. */
  readonly waysFor: readonly string[]
  /** What asks for files in place of the field that a form posts. */
  readonly filesField?: typeof FilesField | undefined
}

/** What a step says and asks. Its heading is its title, or its first question where it has none. */
export function StepBody({
  journeyId,
  step,
  questions,
  level,
  facts,
  waysFor,
  filesField,
  ...asking
}: Props) {
  const { t, has } = asking.wording
  const key = `${journeyId}.steps.${step.id}.title`
  const Heading = `h${level}` as const
  const titled = has(key)
  return (
    <>
      {titled && <Heading>{t(key)}</Heading>}
      {step.interruptsWhen && <HelpNow facts={facts.helpNow} wording={asking.wording} />}
      {questions.map((question) => (
        <div id={`q-${question.id}`} key={question.id}>
          {asking.remarks?.[question.id] && <p class="govuk-inset-text">{asking.remarks[question.id]}</p>}
          <Ask
            question={question}
            heading={!titled && isFirst(question, step) ? level : undefined}
            files={facts.files}
            filesField={filesField}
            {...asking}
          />
          {question.options === 'services' &&
            waysFor.map((service) => (
              <QuickerWays key={service} service={service} ways={facts.ways} wording={asking.wording} />
            ))}
        </div>
      ))}
    </>
  )
}

/** True for the first question, and for one that stands in its place: both fill the same part of the record. */
const isFirst = (question: Question, { questions }: Step): boolean => question.record === questions[0]?.record
