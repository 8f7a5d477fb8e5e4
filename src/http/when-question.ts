import type { WhenError, WhenFields } from '../components/site/when-form.tsx'
import type { Council } from '../council/council.ts'
import { holidaysKnown, type Day } from '../council/working-days.ts'
import { oneLine } from '../form/clean.ts'
import { understand, westernDigits } from '../form/kinds/partial-date.ts'

/** Longer than any service's id or any month's name. */
const longest = 60

/** What was asked, or what is to mend, in the order of the questions. */
export type WhenQuestion =
  { readonly service: string; readonly sent: Day } | { readonly errors: readonly WhenError[] }

/** Takes from an address what the page asks for and nothing else. */
export function whenFields(asked: URLSearchParams): WhenFields {
  const field = (name: string) => westernDigits(oneLine(asked.get(name) ?? '')).slice(0, longest)
  return {
    service: field('service'),
    day: field('sent-day'),
    month: field('sent-month'),
    year: field('sent-year'),
  }
}

/** Reads the fields: a service that the council has, and a whole day whose bank holidays are known. */
export function readWhen(fields: WhenFields, council: Council, language: string): WhenQuestion {
  const service = council.services.find(({ id }) => id === fields.service)
  const day = readDay(fields, language)
  const errors: WhenError[] = [
    ...(service ? [] : [{ question: 'service', field: 'service', code: 'required' } as const]),
    ...(typeof day === 'string' ? [] : [day]),
  ]
  return service && typeof day === 'string' ? { service: service.id, sent: day } : { errors }
}

function readDay(fields: WhenFields, language: string): Day | WhenError {
  const wrong = (code: WhenError['code'], part: 'day' | 'month' | 'year'): WhenError => ({
    question: 'sent',
    field: `sent-${part}`,
    code,
  })
  const { day, month, year } = fields
  if (!day && !month && !year) return wrong('required', 'day')
  const found = understand({ day, month, year }, language)
  if ('code' in found) return wrong(found.code as WhenError['code'], found.part)
  if (found.date.length === 4) return wrong('date-needs-month', 'month')
  if (found.date.length === 7) return wrong('date-needs-day', 'day')
  if (found.date < holidaysKnown.from) return wrong('too-early', 'year')
  return found.date > holidaysKnown.to ? wrong('too-late', 'year') : found.date
}
