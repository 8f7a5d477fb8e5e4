import { Linked } from '../linked.tsx'
import type { Following } from './complaint-page.tsx'

/** Whom to ring, what they need to hear, and who looks at it once the council has. */
export function WhoToAsk({ followed, wording: { t }, told }: Following) {
  const { phone, textRelay, email, contactPage } = told
  const ombudsman = told.ombudsman(followed.procedure)
  return (
    <>
      <h2>{t('follow.ask.title')}</h2>
      <p>
        <Linked
          text={t('follow.ask.lead', { phone, relay: textRelay, email })}
          phones={[phone, textRelay]}
          emails={[email]}
        />{' '}
        <a href={contactPage}>{t('follow.other-ways-link')}</a>
      </p>
      {ombudsman && (
        <p>
          <Linked text={t('follow.ask.ombudsman', { ...ombudsman })} phones={[ombudsman.phone]} />{' '}
          <a href={ombudsman.web}>{t('sent.ombudsman-site', { name: ombudsman.name })}</a>
        </p>
      )}
      <p>{t('follow.ask.hour')}</p>
    </>
  )
}
