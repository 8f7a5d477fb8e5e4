import { weekdays } from '../../council/schema/contacts.ts'
import { locale } from '../../words/dates.ts'
import type { Translate } from '../../words/translate.ts'

type Weekday = (typeof weekdays)[number]

/** Days that share hours: "Monday to Thursday" where they follow one another, else "Monday and Friday". */
export function daysInWords(days: readonly Weekday[], language: string, t: Translate): string {
  const order = days.map((day) => weekdays.indexOf(day)).sort((a, b) => a - b)
  const names = order.map((place) => dayName(place, language))
  const [first, last] = [names[0] ?? '', names.at(-1) ?? '']
  const follow = order.every((place, i) => i === 0 || place === (order[i - 1] ?? 0) + 1)
  if (follow && order.length > 2) return t('hours.range', { first, last })
  return new Intl.ListFormat(locale(language), { type: 'conjunction' }).format(names)
}

/** A time of '09:00' or '16:30' as people say it: "9am", "4:30pm" in English. */
export function timeInWords(time: string, language: string): string {
  const whole = time.endsWith(':00')
  const format = new Intl.DateTimeFormat(locale(language), {
    hour: 'numeric',
    ...(whole && /^en/.test(language) ? {} : { minute: '2-digit' }),
    hour12: /^en/.test(language),
    timeZone: 'UTC',
  })
  return format.format(new Date(`1970-01-01T${time}Z`)).replace(/\s(?=[ap]m$)/i, '')
}

// 5 January 1970 was a Monday.
const dayName = (place: number, language: string): string =>
  new Intl.DateTimeFormat(locale(language), { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(1970, 0, 5 + place)),
  )
