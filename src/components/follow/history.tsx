import { dayInWords } from '../../words/dates.ts'
import type { Following } from './complaint-page.tsx'

/** What the council has sent to whoever looks, and what they have sent, by day. */
export function History({ followed, wording }: Following) {
  const { t, has, language } = wording
  const letter = (template: string) =>
    t(has(`follow.sent.${template}`) ? `follow.sent.${template}` : 'follow.sent.other')
  const items = [
    ...followed.received.map(({ kind, at, on }) => ({
      at: Date.parse(at),
      on,
      what: t(`follow.received.${kind}`),
    })),
    ...followed.sent.map(({ template, at, on }) => ({ at: Date.parse(at), on, what: letter(template) })),
  ].sort((one, other) => one.at - other.at)
  return (
    <>
      <h2>{t('follow.history.title')}</h2>
      {items.length === 0 && <p>{t('follow.history.none')}</p>}
      {items.length > 0 && (
        <ul>
          {items.map(({ on, what }) => (
            <li>
              {dayInWords(on, language)}: {what}
            </li>
          ))}
        </ul>
      )}
      <p>{t('follow.history.others')}</p>
    </>
  )
}
