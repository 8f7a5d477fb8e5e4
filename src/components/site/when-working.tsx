import { textIn, type Procedure } from '../../council/council.ts'
import type { Moment } from '../../council/timetable.ts'
import { dayBefore, holidayNames, passedOver, type Day, type PassedOver } from '../../council/working-days.ts'
import type { Wording } from '../../form/wording.ts'
import { dayInWords, locale } from '../../words/dates.ts'
import { Details } from '../govuk/details.tsx'
import { titleOf } from './when-answer.tsx'

interface Props {
  readonly moments: readonly Moment[]
  readonly procedure: Procedure
  readonly wording: Wording
  /** What the days belong to: a stage's name. */
  readonly name: string
}

/** How each day was counted: where from, how many, and every day that was passed over, with the reason. */
export function Working({ moments, procedure, wording, name }: Props) {
  const { t, language } = wording
  if (!moments.length) return null
  return (
    <Details summary={t('when.working.title', { name })}>
      {moments.map((moment) => {
        const { count, start, by } = moment
        const first = count.includesFirstDay ? 'one' : 'zero'
        const days = { start: dayInWords(start, language), by: dayInWords(by, language) }
        const number = t(`site.count.${count.unit}`, { count: count.within })
        return (
          <>
            <h3>{titleOf(moment, procedure, wording)}</h3>
            <p>{t(`when.working.day-${first}`, { ...days, number })}</p>
            <NotCounted moment={moment} wording={wording} />
          </>
        )
      })}
    </Details>
  )
}

function NotCounted({ moment: { count, start, by }, wording }: { moment: Moment; wording: Wording }) {
  const { t, language } = wording
  if (count.unit !== 'working-days') return <p>{t('when.working.every-day')}</p>
  const passed = passedOver(count.includesFirstDay ? dayBefore(start) : start, by)
  if (!passed.length) return <p>{t('when.working.nothing')}</p>
  const weekends = runs(passed.flatMap((each) => (each.why === 'weekend' ? [each.day] : [])))
  return (
    <>
      <p>{t('when.working.not-counted')}</p>
      <ul>
        {weekends.length > 0 && (
          <li>
            {t('when.working.weekends', {
              count: weekends.length,
              days: listed(
                weekends.map((run) => inShort(run, language)),
                language,
              ),
            })}
          </li>
        )}
        {passed.map((each) => each.why === 'holiday' && <li>{holiday(each, wording)}</li>)}
      </ul>
    </>
  )
}

function holiday(passed: Extract<PassedOver, { why: 'holiday' }>, { t, language }: Wording): string {
  const name = holidayNames.get(passed.holiday)
  const words = { day: dayInWords(passed.day, language), holiday: name ? textIn(name, language) : '' }
  return t(passed.substitute ? 'when.working.substitute' : 'when.working.holiday', words)
}

/** Days that follow each other, as first and last: a Saturday and its Sunday. */
function runs(days: readonly Day[]): [Day, Day][] {
  const found: [Day, Day][] = []
  for (const day of days) {
    const last = found.at(-1)
    if (last && dayBefore(day) === last[1]) last[1] = day
    else found.push([day, day])
  }
  return found
}

const listed = (items: readonly string[], language: string): string =>
  new Intl.ListFormat(locale(language), { type: 'conjunction' }).format(items)

const inShort = ([from, to]: [Day, Day], language: string): string =>
  new Intl.DateTimeFormat(locale(language), { day: 'numeric', month: 'long', timeZone: 'UTC' }).formatRange(
    new Date(`${from}T00:00:00Z`),
    new Date(`${to}T00:00:00Z`),
  )
