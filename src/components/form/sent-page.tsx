import type { Outlook } from '../../complaints/outlook.ts'
import type { Wording } from '../../form/wording.ts'
import { dayInWords } from '../../words/dates.ts'
import { Panel } from '../govuk/panel.tsx'
import { Linked } from '../linked.tsx'
import { AboutYouLink } from './about-you-link.tsx'
import { HelpNow, type HelpNowFacts } from './help-now.tsx'

export interface SentFacts {
  readonly reference: string
  /** What opens the complaint's own page, beside the reference; null where there is none. */
  readonly code: string | null
  readonly kind: string
  readonly route: string
  readonly outlook: Outlook
  /** False where an earlier version had already reached the council: that one stands. */
  readonly sameAnswers: boolean
  /** True where the person said that someone may be at risk: the way to help is then shown again. */
  readonly atRisk: boolean
  /** True where it is sealed and waits for the record, which is away; and whether files go with it. */
  readonly waits?: boolean
  readonly withFiles?: boolean
  /** Where they act for somebody: by which rule, how the person is asked, and the letter to pass on. */
  readonly acting?: {
    readonly rule: string
    readonly inOwnRight: boolean
    readonly asked: string | null
    readonly letter: string | null
  } | null
}

interface Props {
  readonly sent: SentFacts
  readonly wording: Wording
  readonly helpNow: HelpNowFacts
  readonly phone: string
  readonly textRelay: string
  readonly email: string
  readonly contactPage: string
  /** Where what was sent becomes a complaint. */
  readonly becomingPage: string
  /** Where the questions about the person stand; null where the council asks none. */
  readonly aboutYouPage?: string | null
  /** Where the edition's pages start. */
  readonly root: string
  readonly ombudsman: { readonly name: string; readonly phone: string; readonly web: string } | null
  /** True where nobody looks again before the ombudsman does. */
  readonly oneStage?: boolean
}

/** What a person sees once it has been sent: the reference, what happens next and by when, whom to ask. */
export function SentPage({
  sent,
  wording,
  helpNow,
  phone,
  textRelay,
  email,
  contactPage,
  becomingPage,
  aboutYouPage,
  root,
  ombudsman,
  oneStage,
}: Props) {
  const { t } = wording
  const { outlook, reference, kind } = sent
  const becomes = { 'service-request': 'report', comment: 'comment' }[kind]
  return (
    <>
      <Panel title={t(`sent.title.${kind}`)}>
        {t('sent.reference')}
        <br />
        <strong class="reference" dir="ltr">
          {reference}
        </strong>
      </Panel>
      {sent.code && (
        <p id="sent-code">
          {t('sent.code')}{' '}
          <strong class="code" dir="ltr">
            {sent.code}
          </strong>
          <br />
          {t(becomes ? 'sent.code-use-other' : 'sent.code-use')}
        </p>
      )}
      {!sent.sameAnswers && (
        <div class="govuk-inset-text">
          <p>
            <Linked text={t('sent.earlier-version', { phone, email })} phones={[phone]} emails={[email]} />
          </p>
        </div>
      )}
      {sent.waits && <WhileItWaits sent={sent} wording={wording} />}
      {sent.atRisk && (
        <>
          <h2 id="sent-risk">{t('complain.steps.help-now.title')}</h2>
          <HelpNow
            facts={helpNow}
            wording={wording}
            after={t(sent.waits ? 'sent.waits.risk' : 'complain.steps.help-now.told', {
              when: helpNow.readMessages,
            })}
          />
        </>
      )}
      <h2 id="sent-next">{t('sent.next')}</h2>
      {sent.route === 'email' && !sent.waits && <p>{t('sent.email-gone')}</p>}
      {nextSentences(sent, wording).map((sentence) => (
        <p>{sentence}</p>
      ))}
      {outlook.is !== 'thanks' && <p>{t('sent.no-harm')}</p>}
      {sent.acting && <WhileActing acting={sent.acting} wording={wording} />}
      {becomes && (
        <>
          <h2 id="sent-becoming">{t(`sent.becoming.${becomes}.title`)}</h2>
          <p>{t(`sent.becoming.${becomes}.lead`)}</p>
          <p>
            <a href={becomingPage}>{t('sent.becoming.link')}</a>
          </p>
        </>
      )}
      <h2 id="sent-add">{t('sent.add')}</h2>
      <p>
        <Linked
          text={t('sent.add-how', { phone, relay: textRelay, email })}
          phones={[phone, textRelay]}
          emails={[email]}
        />
      </p>
      <ul>
        {kind === 'complaint' &&
          ['follow', 'add'].map((page) => (
            <li>
              <a href={`${root}${page}/`}>{t(`${page}.title`)}</a>
            </li>
          ))}
        <li>
          <a href={contactPage}>{t('sent.contact')}</a>
        </li>
      </ul>
      {outlook.is !== 'thanks' && ombudsman && (
        <>
          <h2 id="sent-unhappy">{t('sent.unhappy')}</h2>
          <p>
            <Linked
              text={t(oneStage ? 'sent.ombudsman-one-stage' : 'sent.ombudsman', { ...ombudsman })}
              phones={[ombudsman.phone]}
            />{' '}
            <a href={ombudsman.web}>{t('sent.ombudsman-site', { name: ombudsman.name })}</a>
          </p>
        </>
      )}
      <h2 id="sent-copy">{t('sent.copy')}</h2>
      <p>{t('sent.copy-how')}</p>
      {aboutYouPage && <AboutYouLink wording={wording} href={aboutYouPage} />}
    </>
  )
}

/** It is safe, and not where the team works yet: what happens to it, and what does not happen till then. */
function WhileItWaits({ sent, wording: { t } }: Pick<Props, 'sent' | 'wording'>) {
  const hasDays =
    'respondBy' in sent.outlook || ('acknowledgeBy' in sent.outlook && sent.outlook.acknowledgeBy)
  return (
    <>
      <h2 id="sent-waits">{t('sent.waits.title')}</h2>
      <p>{t('sent.waits.lead')}</p>
      <p>
        {t('sent.waits.then')} {sent.code && t('sent.waits.code')} {hasDays && t('sent.waits.days')}
      </p>
      {sent.route === 'email' && <p>{t('sent.waits.email')}</p>}
      {sent.withFiles && <p>{t('sent.waits.files')}</p>}
    </>
  )
}

/** What becomes of the right to act for somebody. The same sentences as in the letter. */
function WhileActing({
  acting,
  wording: { t },
}: Pick<Props, 'wording'> & { acting: NonNullable<SentFacts['acting']> }) {
  const { rule, inOwnRight, asked, letter } = acting
  return (
    <>
      <h2 id="sent-acting">{t(inOwnRight ? 'authority.in-own-right' : 'authority.title')}</h2>
      {!inOwnRight && <p>{t('authority.until')}</p>}
      <p>{t(`authority.rule.${rule}`)}</p>
      {asked && <p>{t(`authority.asked.${asked}`)}</p>}
      {letter && (
        <p>
          <a href={letter}>{t('authority.letter')}</a>
        </p>
      )}
    </>
  )
}

/** What is promised, with its dates in words. */
function nextSentences({ outlook, route, waits }: SentFacts, { t, language }: Wording): readonly string[] {
  const key = `sent.outlook.${outlook.is}`
  const days = Object.fromEntries(
    Object.entries(outlook).flatMap(([name, day]) =>
      name !== 'is' && typeof day === 'string' ? [[name, dayInWords(day, language)]] : [],
    ),
  )
  // Nobody is looking into it or has passed it on before it is in the record; the days are the same.
  if (waits && outlook.is === 'report') return []
  if (waits && outlook.is === 'one-date') return [t('sent.outlook.two-dates.date', days), t('sent.longer')]
  if (outlook.is === 'two-dates')
    return [t(`${key}.${route}`, days), t(`${key}.date`, days), t('sent.longer')]
  if (outlook.is === 'to-be-agreed' || outlook.is === 'without-delay')
    return [t(outlook.acknowledgeBy ? `${key}.by` : `${key}.soon`, days)]
  return outlook.is === 'one-date' ? [t(key, days), t('sent.longer')] : [t(key, days)]
}
