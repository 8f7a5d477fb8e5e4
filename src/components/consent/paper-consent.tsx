import type { ComponentChildren } from 'preact'
import { consentMay } from '../../form/questions/consent-may.ts'
import { consentAnswer } from '../../form/questions/consent-answer.ts'
import { optionLabel } from '../../form/outputs/readable.ts'
import type { Question } from '../../form/question.ts'
import type { Wording } from '../../form/wording.ts'
import { dayInWords, locale } from '../../words/dates.ts'
import { Linked } from '../linked.tsx'
import { Lines } from '../paper/answer-space.tsx'

/** What is known where the form is made for one person. */
export interface PaperFacts {
  readonly reference: string
  readonly code: string
  readonly representative: string
  /** Id of the service. */
  readonly service: string
  /** The last day to answer. */
  readonly answerBy: string | null
}

/** An address, which is English in every edition. */
const listed = (lines: readonly string[]): string =>
  new Intl.ListFormat(locale('en'), { type: 'unit', style: 'short' }).format(lines)

interface Props {
  /** Null for the form that is the same for everyone. */
  readonly known: PaperFacts | null
  /** How long a yes lasts after the complaint is closed. */
  readonly months: number
  readonly wording: Wording
  /** Where the question can be answered online, as it is typed: complaints.example.org/consent/ */
  readonly address: string
  readonly phone: string
  readonly post: readonly string[]
  /** Where the edition's pages start. */
  readonly root: string
}

/**
 * The question on one sheet, to be signed: all that a good consent form says and asks (DOMAIN 5.4), in the words of
 * the question online. It can be answered online too, or on the phone.
 */
export function PaperConsent({ known, months, wording, address, phone, post, root }: Props) {
  const { t, language } = wording
  return (
    <div class="consent-sheet">
      <h1>{t('consent-paper.title')}</h1>
      <p class="screen-only">
        {t('consent-paper.screen')} <a href={`${root}consent/`}>{t('consent-paper.online')}</a>
      </p>
      <p class="lead">
        {known
          ? t('consent-paper.lead', {
              who: known.representative,
              service: wording.serviceName(known.service),
            })
          : t('consent-paper.lead-blank')}
      </p>
      <div class="consent-ways">
        <h2>{t('consent-paper.ways.title')}</h2>
        <ul>
          <li>{t('consent-paper.ways.online', { address })}</li>
          <li>
            <Linked text={t('consent-paper.ways.phone', { phone })} phones={[phone]} />
          </li>
          <li>{t('consent-paper.ways.post', { address: listed(post) })}</li>
        </ul>
        <p class="consent-keys">
          <span>
            {t('consent-paper.ways.reference')}: <b dir="ltr">{known?.reference ?? <Gap />}</b>
          </span>{' '}
          <span>
            {t('consent-paper.ways.code')}: <b dir="ltr">{known?.code ?? <Gap />}</b>
          </span>
        </p>
        {known?.answerBy && (
          <p>
            <b>{t('consent-paper.ways.by', { day: dayInWords(known.answerBy, language) })}</b>
          </p>
        )}
      </div>
      <h2>{t('consent-paper.know.title')}</h2>
      <ul class="consent-know">
        {(['decide', 'private', 'check', 'share'] as const).map((what) => (
          <li>{t(`consent-paper.know.${what}`)}</li>
        ))}
        <li>{t('consent-paper.know.lasts', { months: t('site.count.months', { count: months }) })}</li>
        <li>{t('consent-paper.know.back')}</li>
        <li>{t('consent-paper.know.pressed')}</li>
      </ul>
      {!known && (
        <Part title={t('consent-paper.other.title')}>
          <div class="side-by-side">
            {(['name', 'know', 'reach', 'about'] as const).map((what) => (
              <Line label={t(`consent-paper.other.${what}`)} />
            ))}
          </div>
        </Part>
      )}
      <Part title={t('consent-paper.answer.title')}>
        <Ticks question={consentAnswer} wording={wording} />
        <p>{t('consent-paper.answer.if-yes')}</p>
        <Ticks question={consentMay} wording={wording} many />
      </Part>
      <Part title={t('consent-paper.you.title')}>
        <div class="side-by-side">
          {(['name', 'find', 'reach', 'helper'] as const).map((what) => (
            <Line label={t(`consent-paper.you.${what}`)} />
          ))}
        </div>
      </Part>
      <Part title={t('consent-paper.sign.title')}>
        <p>{t('consent-paper.sign.lead')}</p>
        <div class="side-by-side">
          <Line label={t('consent-paper.sign.sign')} />
          <Line label={t('consent-paper.sign.date')} />
        </div>
        <Line label={t('consent-paper.sign.for')} />
      </Part>
    </div>
  )
}

const Part = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => (
  <section class="paper-part">
    <h2>{title}</h2>
    {children}
  </section>
)

const Line = ({ label }: { readonly label: string }) => (
  <div class="paper-line">
    <p>{label}</p>
    <Lines count={1} />
  </div>
)

/** Room to write a reference or a code. */
const Gap = () => <span class="consent-gap" aria-hidden="true" />

const Ticks = ({
  question,
  wording,
  many,
}: {
  readonly question: Question
  readonly wording: Wording
  readonly many?: boolean
}) => (
  <ul class={many ? 'ticks consent-ticks' : 'ticks'}>
    {(question.options as readonly string[]).map((option) => (
      <li>{optionLabel(question.id, question.options, option, wording)}</li>
    ))}
  </ul>
)
