import type { Step } from '../../form/journey.ts'
import type { Question } from '../../form/question.ts'
import { Ask, type Asking } from './ask.tsx'
import { HelpNow, type HelpNowFacts } from './help-now.tsx'

interface Props extends Asking {
  readonly journeyId: string
  readonly step: Step
  /** Which of its questions to show: all of them where styles or the reader must choose. */
  readonly questions: readonly Question[]
  /** The level of the step's heading. */
  readonly level: 1 | 2
  readonly helpNow: HelpNowFacts
}

/** What a step says and asks. Its heading is its title, or its first question where it has none. */
export function StepBody({ journeyId, step, questions, level, helpNow, ...asking }: Props) {
  const { t, has } = asking.wording
  const key = `${journeyId}.steps.${step.id}.title`
  const Heading = `h${level}` as const
  const titled = has(key)
  return (
    <>
      {titled && <Heading>{t(key)}</Heading>}
      {step.interruptsWhen && <HelpNow facts={helpNow} wording={asking.wording} />}
      {questions.map((question) => (
        <div id={`q-${question.id}`} key={question.id}>
          <Ask
            question={question}
            heading={!titled && isFirst(question, step) ? level : undefined}
            {...asking}
          />
        </div>
      ))}
    </>
  )
}

/** True for the first question, and for one that stands in its place: both fill the same part of the record. */
const isFirst = (question: Question, { questions }: Step): boolean => question.record === questions[0]?.record
