import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Council } from './council.ts'
import { ContentError, parseBankHolidays, parseCouncil } from './parse.ts'
import { bankHolidayWarning, londonDay } from './working-days.ts'
import type { Day } from './working-days.ts'

/** What is wrong with the council's data. Errors stop a build; warnings are for someone to look at soon. */
export interface Findings {
  errors: string[]
  warnings: string[]
}

/**
 * Checks council.json and bank-holidays.json, for a build or `npm start` to call before anything else.
 *
 * `folder` is where they lie, `today` a day in London. Each line names the file, the key and the mend. Throws only
 * where a file cannot be read.
 */
export function checkContent(folder = 'content', today: Day = londonDay(new Date())): Findings {
  const errors: string[] = []
  const warnings: string[] = []
  const council = attempt(errors, () => parseCouncil(read(folder, 'council.json')))
  if (council) warnings.push(...staleFacts(council, today))

  const languages = council?.languages ?? null
  const holidays = attempt(errors, () => parseBankHolidays(read(folder, 'bank-holidays.json'), languages))
  const endsSoon = holidays && bankHolidayWarning(today, holidays.completeTo)
  if (endsSoon) warnings.push(endsSoon)
  return { errors, warnings }
}

function read(folder: string, name: string): unknown {
  const contents = readFileSync(join(folder, name), 'utf8')
  try {
    return JSON.parse(contents)
  } catch (error) {
    throw new ContentError([
      `content/${name}: the file is not JSON: ${(error as SyntaxError).message}. Look there, and just before, for a missing comma or quotation mark.`,
    ])
  }
}

function attempt<Content>(errors: string[], parse: () => Content): Content | null {
  try {
    return parse()
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    errors.push(...error.lines)
    return null
  }
}

/** Facts about others that nobody has compared with their source for a year. */
function staleFacts({ ombudsmen, helplines }: Council, today: Day): string[] {
  const aYearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  return Object.entries({ ombudsmen, helplines }).flatMap(([list, facts]) =>
    facts.flatMap(({ id, checked }, i) =>
      checked >= aYearAgo
        ? []
        : [
            `content/council.json: ${list}[${i}].checked is ${checked}, over a year ago. Compare ${id} with its source, and write the day you did.`,
          ],
    ),
  )
}
