import * as z from 'zod/mini'
import { oneLine } from '../clean.ts'
import { textOf, type Definition, type Fields, type Question } from '../question.ts'

/** What was typed into the three boxes of a date. */
export interface Typed {
  readonly day: string
  readonly month: string
  readonly year: string
}

const codes = [
  'date-needs-year',
  'date-needs-month',
  'not-a-month',
  'not-a-year',
  'not-a-date',
  'date-in-future',
]

/** A date in the past that may lack its day, or its day and month: people often know only "December 2017". */
export function partialDate(definition: Definition): Question {
  const { id, optional = false } = definition
  return {
    ...definition,
    optional,
    kind: 'partial-date',
    fields: [`${id}-day`, `${id}-month`, `${id}-year`],
    codes: [...(optional ? [] : ['required']), ...codes],
    read: (fields) => read(id, fields),
    schema: (around) =>
      z.pipe(
        z.custom<Typed>(),
        z.transform((typed: Typed, context) => {
          const found = understand(typed, around.language)
          const wrong = 'code' in found ? found : inFuture(found.date, around.today)
          if (!wrong) return 'date' in found ? found.date : ''
          context.issues.push({
            code: 'custom',
            input: typed,
            message: wrong.code,
            path: [`${id}-${wrong.part}`],
          })
          return z.NEVER
        }),
      ),
  }
}

/** The date that the fields hold, as YYYY, YYYY-MM or YYYY-MM-DD; undefined where they hold none. */
export function readPartialDate(id: string, fields: Fields, language: string): string | undefined {
  const typed = read(id, fields)
  const found = typed && understand(typed, language)
  return found && 'date' in found ? found.date : undefined
}

/** The last day that a partial date can mean: 2025 → 2025-12-31. */
export function latestDay(date: string): string {
  if (date.length === 10) return date
  const [year, month = 12] = date.split('-').map(Number) as [number, number?]
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

function read(id: string, fields: Fields): Typed | undefined {
  const [day, month, year] = ['day', 'month', 'year'].map((part) =>
    westernDigits(oneLine(textOf(fields, `${id}-${part}`))),
  ) as [string, string, string]
  return day || month || year ? { day, month, year } : undefined
}

export type Wrong = { readonly code: string; readonly part: keyof Typed }

/** What a date means: YYYY, YYYY-MM or YYYY-MM-DD; or what is wrong with it and in which box. */
export function understand(typed: Typed, language: string): { readonly date: string } | Wrong {
  if (!typed.year) return { code: 'date-needs-year', part: 'year' }
  if (!/^(19|20)\d\d$/.test(typed.year)) return { code: 'not-a-year', part: 'year' }
  if (!typed.month) return typed.day ? { code: 'date-needs-month', part: 'month' } : { date: typed.year }
  const month = monthNumber(typed.month, language)
  if (!month) return { code: 'not-a-month', part: 'month' }
  const yearAndMonth = `${typed.year}-${String(month).padStart(2, '0')}`
  if (!typed.day) return { date: yearAndMonth }
  const day = /^\d{1,2}$/.test(typed.day) ? Number(typed.day) : 0
  const last = new Date(Date.UTC(Number(typed.year), month, 0)).getUTCDate()
  if (day < 1 || day > last) return { code: 'not-a-date', part: 'day' }
  return { date: `${yearAndMonth}-${String(day).padStart(2, '0')}` }
}

function inFuture(date: string, today: string): Wrong | undefined {
  return date > today.slice(0, date.length) ? { code: 'date-in-future', part: 'year' } : undefined
}

/** Digits as an Arabic or Urdu keyboard writes them become those that the rest of the form counts with. */
export const westernDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))

/**
 * A month by number, or by its name or first letters in the edition's language or in English: as it stands alone or
 * in a date (Polish has another form there), with its accents or without.
 */
function monthNumber(typed: string, language: string): number {
  if (/^\d{1,2}$/.test(typed)) return Number(typed) <= 12 ? Number(typed) : 0
  const word = bare(typed).replace(/\.$/, '')
  if (word.length < 3) return 0
  for (const tongue of new Set([language, 'en-GB'])) {
    for (const style of [{ month: 'long' }, { day: 'numeric', month: 'long' }] as const) {
      const format = new Intl.DateTimeFormat(tongue, { ...style, timeZone: 'UTC' })
      for (let month = 0; month < 12; month += 1) {
        const parts = format.formatToParts(Date.UTC(2000, month, 1))
        if (bare(parts.find(({ type }) => type === 'month')?.value ?? '').startsWith(word)) return month + 1
      }
    }
  }
  return 0
}

/** Small letters without accents, as people type in a hurry; ł has no accent to take off. */
const bare = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l')
