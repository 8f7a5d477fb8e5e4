import type * as z from 'zod'
import { bankHolidaysSchema, bankHolidaysShape } from './bank-holidays.ts'
import type { BankHolidays } from './bank-holidays.ts'
import type { Contradiction } from './contradictions.ts'
import { finderContradictions } from './contradictions/finder.ts'
import { routesContradictions } from './contradictions/routes.ts'
import { missingWords } from './contradictions/words.ts'
import { explain } from './explain.ts'
import { councilSchema } from './schema.ts'
import type { Council } from './schema.ts'
import { finderShape } from './schema/finder.ts'
import type { Finder } from './schema/finder.ts'
import { routesShape } from './schema/routes.ts'
import type { Routes } from './schema/routes.ts'

/** Content that the council must mend. Each line names the file, the key and the mend. */
export class ContentError extends Error {
  readonly lines: readonly string[]

  constructor(lines: readonly string[]) {
    super(lines.join('\n'))
    this.name = 'ContentError'
    this.lines = lines
  }
}

/** Checks what content/council.json holds. Throws a ContentError that says what to mend. */
export const parseCouncil = (json: unknown): Council => parse(json, councilSchema, 'content/council.json')

/**
 * Checks what content/bank-holidays.json holds. Throws a ContentError that says what to mend.
 *
 * `languages` are the council's: the holidays need names in each that is published. Null where council.json could
 * not be read leaves the names unchecked.
 */
export function parseBankHolidays(json: unknown, languages: Council['languages'] | null): BankHolidays {
  const named = bankHolidaysSchema.superRefine(
    telling((list) => (languages ? missingWords(languages, list, bankHolidaysShape) : [])),
  )
  return parse(json, named, 'content/bank-holidays.json')
}

/**
 * Checks what content/routes.json holds. Throws a ContentError that says what to mend.
 *
 * Null where council.json could not be read leaves languages, services, procedures and ombudsmen unchecked.
 */
export function parseRoutes(json: unknown, council: Council | null): Routes {
  const schema = routesShape.superRefine(telling((file) => routesContradictions(file, council)))
  return parse(json, schema, 'content/routes.json')
}

/** Checks what content/finder.json holds, as parseRoutes does; null where another file could not be read. */
export function parseFinder(json: unknown, routes: Routes | null, council: Council | null): Finder {
  const schema = finderShape.superRefine(telling((file) => finderContradictions(file, routes, council)))
  return parse(json, schema, 'content/finder.json')
}

const telling =
  <Content>(find: (content: Content) => Contradiction[]) =>
  (content: Content, context: z.RefinementCtx<Content>): void => {
    for (const { path, message } of find(content)) context.addIssue({ code: 'custom', path, message })
  }

function parse<Shape>(json: unknown, schema: z.ZodType<Shape>, file: string): Shape {
  const result = schema.safeParse(json, { reportInput: true })
  if (!result.success) throw new ContentError(explain(result.error, file, schema))
  return result.data
}
