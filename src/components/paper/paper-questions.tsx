import type { Journey, Step } from '../../form/journey.ts'
import type { Question } from '../../form/question.ts'
import type { HelpNowFacts } from '../form/help-now.tsx'
import { PaperQuestionBlock, type OnPaper } from './paper-question.tsx'
import { RingNow } from './ring-now.tsx'

interface Props extends OnPaper {
  readonly journey: Journey
  readonly helpNow: HelpNowFacts
}

/** Every question of a journey, in its order, and what interrupts it where it does. */
export function PaperQuestions({ journey, helpNow, ...onPaper }: Props) {
  return (
    <>
      {journey.steps.map((step) => (
        <div key={step.id}>
          {step.interruptsWhen && <RingNow when={step.interruptsWhen} facts={helpNow} {...onPaper} />}
          {step.questions.map((question, index) => {
            const asked = onPaper.paper.find((one) => one.question === question)
            if (!asked) throw new Error(`${question.id} is not on paper.`)
            return (
              <PaperQuestionBlock
                key={question.id}
                asked={asked}
                room={!sharesRoom(question, step.questions[index + 1])}
                {...onPaper}
              />
            )
          })}
        </div>
      ))}
    </>
  )
}

/** True for a question that stands in place of the next: both fill the same part of the record. */
const sharesRoom = (question: Question, next: Step['questions'][number] | undefined): boolean =>
  question.record === next?.record
