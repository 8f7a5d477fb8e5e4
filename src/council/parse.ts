import type * as z from 'zod'
import { bankHolidaysSchema, bankHolidaysShape } from './bank-holidays.ts'
import type { BankHolidays } from './bank-holidays.ts'
import { missingWords } from './contradictions/words.ts'
import { explain } from './explain.ts'
import { councilSchema } from './schema.ts'
import type { Council } from './schema.ts'

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
  const named = bankHolidaysSchema.superRefine((list, context) => {
    if (!languages) return
    for (const { path, message } of missingWords(languages, list, bankHolidaysShape)) {
      context.addIssue({ code: 'custom', path, message })
    }
  })
  return parse(json, named, 'content/bank-holidays.json')
}

function parse<Shape>(json: unknown, schema: z.ZodType<Shape>, file: string): Shape {
  const result = schema.safeParse(json, { reportInput: true })
  if (!result.success) throw new ContentError(explain(result.error, file, schema))
  return result.data
}
