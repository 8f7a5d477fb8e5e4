import { textIn, type Council, type Procedure } from '../../council/council.ts'
import { timetable, totalMoment, type Moment, type StageTimes } from '../../council/timetable.ts'
import { holidaysKnown, type Day } from '../../council/working-days.ts'
import type { Wording } from '../../form/wording.ts'
import { dayInWords } from '../../words/dates.ts'
import { Working } from './when-working.tsx'

interface Props {
  readonly procedure: Procedure
  /** The service's id. */
  readonly service: string
  readonly sent: Day
  readonly wording: Wording
  readonly root: string
  readonly council: Council
}

/** The last days of each stage as a timeline, and how each was counted. */
export function WhenAnswer({ procedure, service, sent, wording, root, council }: Props) {
  const { t, language } = wording
  const stages = timetable(procedure, sent)
  const total = totalMoment(procedure, sent)
  const last = [...stages.flatMap(({ moments }) => moments), ...(total ? [total] : [])].map(({ by }) => by)
  const unknown = last.some((day) => day > holidaysKnown.to)
  const ombudsman = council.ombudsmen.find(({ id }) => id === procedure.ombudsman)
  return (
    <>
      <h1>{t('when.answer.title')}</h1>
      <p class="lead">
        {t('when.answer.about', {
          service: wording.serviceName(service),
          sent: dayInWords(sent, language),
        })}
      </p>
      <p>{t('when.answer.latest')}</p>
      {unknown && <p>{t('when.answer.unknown', { to: dayInWords(holidaysKnown.to, language) })}</p>}
      {stages.map((times, i) => (
        <StageDays {...{ times, procedure, wording, sent }} first={i === 0} />
      ))}
      {total && (
        <>
          <h2>{t('when.total.title')}</h2>
          <p>{t('when.total.by', { by: dayInWords(total.by, language) })}</p>
          <Working moments={[total]} procedure={procedure} wording={wording} name={t('when.total.title')} />
        </>
      )}
      <h2>{t('when.after.title')}</h2>
      {ombudsman && <p>{t('when.after.ombudsman', { ombudsman: textIn(ombudsman.name, language) })}</p>}
      <p>
        <a href={`${root}procedures/${procedure.id}/`}>{t('when.after.procedure')}</a>
      </p>
    </>
  )
}

interface StageProps extends Pick<Props, 'procedure' | 'wording' | 'sent'> {
  readonly times: StageTimes
  readonly first: boolean
}

function StageDays({ times, procedure, wording, sent, first }: StageProps) {
  const { stage, begins, moments } = times
  const { t, language } = wording
  const name = textIn(stage.name, language)
  const day = (of: Day) => dayInWords(of, language)
  const asked = moments.find(({ what }) => what === 'ask')
  const reply = moments.some(({ what }) => what === 'reply')
  const open = stage.openReply ?? 'date-agreed'
  return (
    <>
      <h2>{name}</h2>
      {begins ? (
        <>
          <ol class="timeline">
            <li>
              <b>{t(first ? 'when.begin.sent' : 'when.begin.asked')}</b>
              <p>
                {first
                  ? day(sent)
                  : asked
                    ? t('when.begin.until', { replied: day(asked.start), by: day(asked.by) })
                    : t('when.begin.any', { day: day(begins) })}
              </p>
            </li>
            {moments
              .filter(({ what }) => what !== 'ask' && what !== 'reply-at-once' && what !== 'longer')
              .map((moment) => (
                <li>
                  <b>{titleOf(moment, procedure, wording)}</b>
                  {sentencesOf(moment, moments, wording).map((sentence) => (
                    <p>{sentence}</p>
                  ))}
                </li>
              ))}
            {!reply && (
              <li>
                <b>{t('when.title-of.reply')}</b>
                <p>{t(`when.open.${open}`)}</p>
              </li>
            )}
          </ol>
          <Working {...{ moments, procedure, wording, name }} />
        </>
      ) : (
        <p>{t('when.begin.unknown')}</p>
      )}
    </>
  )
}

/** What happens on a day, as the timeline and the working name it. */
export function titleOf({ what, step }: Moment, { stages }: Procedure, { t, language }: Wording): string {
  const found = stages.flatMap(({ steps = [] }) => steps).find(({ id }) => id === step)
  return found ? textIn(found.name, language) : t(`when.title-of.${what}`)
}

function sentencesOf(moment: Moment, all: readonly Moment[], { t, language }: Wording): readonly string[] {
  const by = (which: Moment) => ({ by: dayInWords(which.by, language) })
  const atOnce = all.find(({ what }) => what === 'reply-at-once')
  const longer = all.find(({ what }) => what === 'longer')
  if (moment.what === 'acknowledge')
    return [
      ...(atOnce ? [t('when.by.at-once')] : []),
      t(atOnce ? 'when.by.otherwise' : 'when.by.by', by(moment)),
    ]
  if (moment.what !== 'reply') return [t('when.by.by', by(moment))]
  return [
    ...(atOnce ? [t('when.by.reply-at-once', by(atOnce))] : []),
    t(atOnce ? 'when.by.otherwise' : 'when.by.by', by(moment)),
    ...(longer ? [t('when.by.longer', by(longer))] : []),
  ]
}
