import type { Following } from './complaint-page.tsx'

/** How many files they sent, and whether each may be opened. Nothing where there are none. */
export function FilesSent({ followed: { files }, wording }: Pick<Following, 'followed' | 'wording'>) {
  const { t } = wording
  if (!files.count) return null
  const of = (key: string, count: number) =>
    count > 0 && (
      <p>{files.count === 1 ? t(`follow.files.${key}-one`) : t(`follow.files.${key}`, { count })}</p>
    )
  return (
    <>
      <h2>{t('follow.files.title')}</h2>
      <p>{t('follow.files.count', { count: files.count })}</p>
      {of('waiting', files.waiting)}
      {of('kept-back', files.kept_back)}
    </>
  )
}
