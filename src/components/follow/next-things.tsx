import { mayBeWithdrawn } from '../../complaints/follow/may-be-withdrawn.ts'
import { nextStage, type NextStage } from '../../complaints/follow/next-stage.ts'
import { progressOf } from '../../complaints/follow/progress.ts'
import type { View } from '../../complaints/follow/what-they-may-see.ts'
import { textIn } from '../../council/council.ts'
import type { Wording } from '../../form/wording.ts'
import { dayInWords } from '../../words/dates.ts'
import { Button } from '../govuk/button.tsx'
import type { Following } from './complaint-page.tsx'

interface Props extends Following {
  readonly view: View
  readonly today: string
  readonly root: string
}

/** What can be done with the complaint: each is one button, and says what it comes to. */
export function NextThings({ view, today, root, ...following }: Props) {
  const { followed, grant, wording, told } = following
  const { t } = wording
  const procedure = told.council.procedures.find(({ id }) => id === followed.procedure) ?? null
  const next = nextStage(followed, procedure, today)
  const withdrawn = progressOf(followed, today)
  const act = (action: string, go: string | undefined, label: string, first = false) => (
    <form action={action} method="post">
      <input type="hidden" name="language" value={wording.language} />
      <input type="hidden" name="grant" value={grant} />
      <Button name={go && 'go'} value={go} class={first ? undefined : 'govuk-button--secondary'}>
        {label}
      </Button>
    </form>
  )
  return (
    <>
      {withdrawn.is === 'withdrawn' && view.mayWithdraw && (
        <>
          <p>{t('follow.take-up.lead', { until: dayInWords(withdrawn.until, wording.language) })}</p>
          {act('/api/follow', 'take-up', t('follow.take-up.button'), true)}
        </>
      )}
      {followed.kind !== 'complaint' && (
        <p>
          {t('follow.do.becomes')} <a href={`${root}make-it-a-complaint/`}>{t('follow.do.becomes-link')}</a>
        </p>
      )}
      {next.is === 'stage' && view.mayAskForReview && (
        <>
          {reviewSentences(next, following).map((sentence) => (
            <p>{sentence}</p>
          ))}
          {act('/api/reviews', undefined, t('follow.review.button'), true)}
        </>
      )}
      {next.is === 'too-early' && <p>{t('follow.review.later')}</p>}
      {next.is === 'last-open' && <p>{t('follow.review.last-open')}</p>}
      {next.is === 'last' && (
        <p>
          {t('follow.review.last')} <a href={`${root}still-unhappy/`}>{t('follow.review.last-link')}</a>
        </p>
      )}
      {view.mayAdd && (
        <>
          <p>{t('follow.add.lead')}</p>
          {act('/api/additions', undefined, t('follow.add.button'))}
        </>
      )}
      {mayBeWithdrawn(followed) && (
        <>
          <p>{t('follow.withdraw.lead')}</p>
          {act('/api/follow', 'withdraw', t('follow.withdraw.button'))}
        </>
      )}
    </>
  )
}

/** Which stage comes next and who looks at it, and by when to ask for it. */
function reviewSentences(
  next: Extract<NextStage, { is: 'stage' }>,
  { wording }: Following,
): readonly string[] {
  const { stage } = next
  const names = {
    stage: textIn(stage.name, wording.language),
    decider: textIn(stage.decidedBy, wording.language),
  }
  return [wording.t('follow.review.lead', names), ...askBySentence(next, wording)]
}

/** What the form that asks for a review says of it: which stage it is for, or why none can begin. */
export function reviewNotes(next: NextStage, wording: Wording): readonly string[] {
  const { t, language } = wording
  if (next.is !== 'stage') return [t(`follow.review.notes.${next.is}`)]
  const names = { stage: textIn(next.stage.name, language), decider: textIn(next.stage.decidedBy, language) }
  return [t('follow.review.notes.stage', names), ...askBySentence(next, wording)]
}

function askBySentence(
  { askBy, late }: Extract<NextStage, { is: 'stage' }>,
  { t, language }: Wording,
): readonly string[] {
  if (!askBy) return []
  return [t(late ? 'follow.review.late' : 'follow.review.ask-by', { askBy: dayInWords(askBy, language) })]
}
