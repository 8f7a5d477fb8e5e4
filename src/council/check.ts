import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { freshness } from './freshness.ts'
import type { Freshness } from './freshness.ts'
import { ContentError, parseBankHolidays, parseCouncil, parseFinder, parseRoutes } from './parse.ts'
import { remarkLine, standards } from './standards.ts'
import { bankHolidayWarning, londonDay } from './working-days.ts'
import type { Day } from './working-days.ts'

/**
 * What is wrong with the council's data. Errors stop a build; warnings are for someone to look at soon; what is
 * unchecked is published without its figure until somebody has looked it up.
 */
export interface Findings {
  errors: string[]
  warnings: string[]
  unchecked: string[]
}

/**
 * Checks council.json, bank-holidays.json, routes.json and finder.json, for a build or `npm start` to call before
 * anything else.
 *
 * `folder` is where they lie, `today` a day in London. Each line names the file, the key and the mend. Throws only
 * where a file cannot be read.
 */
export function checkContent(folder = 'content', today: Day = londonDay(new Date())): Findings {
  const errors: string[] = []
  const warnings: string[] = []
  const unchecked: string[] = []
  const council = attempt(errors, () => parseCouncil(read(folder, 'council.json')))
  const tell = (facts: Freshness): void => {
    warnings.push(...facts.stale)
    unchecked.push(...facts.unchecked)
  }
  if (council) {
    warnings.push(...standards(council).map(remarkLine))
    tell(freshness(council, 'content/council.json', today))
  }

  const languages = council?.languages ?? null
  const holidays = attempt(errors, () => parseBankHolidays(read(folder, 'bank-holidays.json'), languages))
  const endsSoon = holidays && bankHolidayWarning(today, holidays.completeTo)
  if (endsSoon) warnings.push(endsSoon)

  const routes = attempt(errors, () => parseRoutes(read(folder, 'routes.json'), council))
  if (routes) tell(freshness(routes, 'content/routes.json', today))
  attempt(errors, () => parseFinder(read(folder, 'finder.json'), routes, council))
  return { errors, warnings, unchecked }
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
