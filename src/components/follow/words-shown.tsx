import type { TheirWords } from '../../complaints/follow/ports.ts'
import type { Exchange } from '../../form/outputs/transcript.ts'
import type { Wording } from '../../form/wording.ts'
import { dayInWords } from '../../words/dates.ts'
import { SummaryList } from '../govuk/summary-list.tsx'

/** What they wrote, in the words it was asked and answered in, and what they added since. */
export function WordsShown({ words, wording: { t, language } }: { words: TheirWords; wording: Wording }) {
  return (
    <>
      <p>{t('follow.words.shown')}</p>
      <Exchanges of={words.transcript} />
      {words.additions.map(({ kind, on, transcript }) => (
        <>
          <h3>
            {dayInWords(on, language)}: {t(`follow.received.${kind}`)}
          </h3>
          <Exchanges of={transcript} />
        </>
      ))}
    </>
  )
}

const Exchanges = ({ of }: { readonly of: readonly Exchange[] }) => (
  <SummaryList
    rows={of.map(({ question, answer }) => ({
      key: question,
      value: answer.map((text) => (
        <p class="answer" dir="auto">
          {text}
        </p>
      )),
    }))}
  />
)
