import type { Wording } from '../../form/wording.ts'
import { dayInWords } from '../../words/dates.ts'
import { AboutYouLink } from '../form/about-you-link.tsx'
import { InsetText } from '../govuk/inset-text.tsx'
import { Panel } from '../govuk/panel.tsx'
import { Linked } from '../linked.tsx'
import type { FollowFacts } from './facts.ts'

/** What the page after sending is made from: nothing that a person wrote, and no reference. */
export interface LaterFacts {
  readonly language: string
  readonly what: 'addition' | 'review'
  readonly verified: boolean
  /** False where an earlier version had already reached the council: that one stands. */
  readonly sameAnswers: boolean
  /** Opens the complaint's own page; null where it came without a code. */
  readonly grant: string | null
  readonly procedure: string | null
  readonly stage: string | null
  readonly acknowledgeBy: string | null
  readonly respondBy: string | null
}

interface Props {
  readonly sent: LaterFacts
  readonly wording: Wording
  readonly told: FollowFacts
  /** Where the questions about the person stand; null where the council asks none. */
  readonly aboutYouPage: string | null
}

/** What a person sees once something has been added to their complaint, or the next stage asked for. */
export function SentLaterPage({ sent, wording, told, aboutYouPage }: Props) {
  const { t } = wording
  const { phone, textRelay, email } = told
  const ombudsman = sent.what === 'review' ? told.ombudsman(sent.procedure) : null
  return (
    <>
      <Panel title={t(`later.${sent.what}.title`)} />
      {!sent.sameAnswers && (
        <InsetText>
          <p>
            <Linked text={t('sent.earlier-version', { phone, email })} phones={[phone]} emails={[email]} />
          </p>
        </InsetText>
      )}
      <h2 id="sent-next">{t('sent.next')}</h2>
      {sentences(sent, wording, told).map((sentence) => (
        <p>{sentence}</p>
      ))}
      {sent.grant && (
        <p>
          <a href={`/follow/open/?t=${sent.grant}`}>{t('later.open')}</a>
        </p>
      )}
      <h2 id="sent-ask">{t('follow.ask.title')}</h2>
      <p>
        <Linked
          text={t('follow.ask.lead', { phone, relay: textRelay, email })}
          phones={[phone, textRelay]}
          emails={[email]}
        />{' '}
        <a href={told.contactPage}>{t('sent.contact')}</a>
      </p>
      {ombudsman && (
        <p>
          <Linked text={t('follow.ask.ombudsman', { ...ombudsman })} phones={[ombudsman.phone]} />{' '}
          <a href={ombudsman.web}>{t('sent.ombudsman-site', { name: ombudsman.name })}</a>
        </p>
      )}
      {aboutYouPage && <AboutYouLink wording={wording} href={aboutYouPage} />}
    </>
  )
}

function sentences(sent: LaterFacts, { t, language }: Wording, told: FollowFacts): readonly string[] {
  if (sent.what === 'addition')
    return [t(sent.verified ? 'later.addition.verified' : 'later.addition.unmatched')]
  const names = sent.stage ? told.stage(sent.procedure, sent.stage) : null
  const day = (of: string) => dayInWords(of, language)
  return [
    ...(names ? [t('later.review.stage', { stage: names.name, decider: names.decider })] : []),
    ...(sent.acknowledgeBy ? [t('later.review.acknowledge', { day: day(sent.acknowledgeBy) })] : []),
    ...(sent.respondBy
      ? [t('later.review.reply', { day: day(sent.respondBy) }), t('sent.longer')]
      : [t('later.review.open')]),
  ]
}
