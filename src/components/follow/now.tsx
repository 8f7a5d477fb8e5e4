import { progressOf } from '../../complaints/follow/progress.ts'
import { dayInWords } from '../../words/dates.ts'
import { Linked } from '../linked.tsx'
import type { Following } from './complaint-page.tsx'

/** Where the complaint stands today, in a sentence or two, and what is waiting for whom. */
export function Now({
  followed,
  wording: { t, language },
  told,
  today,
}: Following & { readonly today: string }) {
  const progress = progressOf(followed, today)
  const days = Object.fromEntries(
    Object.entries(progress).flatMap(([name, day]) =>
      name !== 'is' && day ? [[name, dayInWords(day, language)]] : [],
    ),
  )
  const key = `follow.now.${progress.is}`
  const { phone } = told
  return (
    <div class="lead">
      <p>
        <Linked text={t(key, { ...days, phone })} phones={[phone]} />
      </p>
      {progress.is === 'received' && progress.replyBy && <p>{t('follow.now.reply-by', days)}</p>}
      {followed.authority === 'asked' && followed.role !== null && (
        <p>{t(`follow.waiting.${followed.role}`)}</p>
      )}
    </div>
  )
}
