import type * as z from 'zod'
import type { Council } from '../council/council.ts'
import type { Contradiction } from '../council/contradictions.ts'
import { unknown } from '../council/contradictions/ids.ts'
import { missingWords } from '../council/contradictions/words.ts'
import { needing, published } from '../council/editions.ts'
import { explain } from '../council/explain.ts'
import { ContentError } from '../council/parse.ts'
import { periodOf } from '../figures/period.ts'
import { figuresSchema, type Figures } from '../figures/schema.ts'
import { faultsIn } from './checks.ts'
import { checklist, type Written } from './checklist.ts'
import { codeShape, type Code } from './code.ts'
import { beside, lessonsIn, periodsIn, place, readJson, readWords, type Year } from './load.ts'
import { compare, measures } from './measures.ts'
import { pages, yearBefore } from './pages.ts'
import { principlesShape, type Principles } from './principles.ts'
import { saidByFigures } from './said-by-figures.ts'
import { figuresTyped, insertedIn, saidInWords } from './said-in-words.ts'
import { reportShape, type Report } from './schema.ts'

/**
 * Holds every report in `folder`/annual-reports to its schemas, to what a report has to hold, and its figures and
 * words to each other. Each line names the file, what is wrong and the mend; no line means that all is well.
 */
export function checkReports(council: Council, folder = 'content'): string[] {
  const lessons = lessonsIn(folder)
  const lines: string[] = []
  const attempt = <T>(read: () => T): T | null => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof ContentError)) throw error
      lines.push(...error.lines)
      return null
    }
  }
  const figures = new Map<string, Figures>()
  const years: Year[] = []
  for (const id of periodsIn(folder)) {
    if (!isPeriod(id)) {
      lines.push(
        `${place}/${id}: is not a period. Name the folder after a year such as 2025-26, or 2025-26-q3.`,
      )
      continue
    }
    const counted = attempt(() => parseFigures(readJson(folder, id, 'figures'), id))
    if (counted) figures.set(id, counted)
    if (id.includes('-q') || !counted) continue
    const [report, code, principles] = beside.map((name) =>
      attempt(() => parse(readJson(folder, id, name), id, name, council, lessons, folder)),
    )
    if (report && code && principles)
      years.push({
        id,
        figures: counted,
        report: report as Report,
        code: code as Code,
        principles: principles as Principles,
      })
  }
  const said = saidByFigures([...figures.values()], ({ period }) => `${place}/${period.id}/figures.json`)
  lines.push(...faultsIn(said).map(faultLine))
  for (const year of years)
    for (const { tag } of published(council)) {
      const words = readWords(folder, year.id, tag)
      // An edition may go without a report; one that has it has all of it.
      if (tag !== council.languages[0]?.tag && Object.keys(words).length === 0) continue
      lines.push(...wordFaults({ ...year, words }, tag, figures))
    }
  return lines
}

function isPeriod(id: string): boolean {
  try {
    return periodOf(id).id === id
  } catch {
    return false
  }
}

function parseFigures(json: unknown, id: string): Figures {
  const file = `${place}/${id}/figures.json`
  if (json === undefined) throw new ContentError([`${file}: is missing. Run: npm run figures -- ${id}`])
  const result = figuresSchema.safeParse(json, { reportInput: true })
  if (!result.success) throw new ContentError(explain(result.error, file, figuresSchema))
  if (result.data.period.id !== id)
    throw new ContentError([`${file}: is of ${result.data.period.id}. Move it to that folder.`])
  return result.data
}

/** One of the files beside figures.json. */
function parse(
  json: unknown,
  id: string,
  name: (typeof beside)[number],
  council: Council,
  lessons: readonly string[],
  folder: string,
): Report | Code | Principles {
  const file = `${place}/${id}/${name}.json`
  if (json === undefined)
    throw new ContentError([`${file}: is missing. Copy last year’s, and write this year’s in it.`])
  const shape: z.ZodType<Report | Code | Principles> = {
    report: reportShape,
    code: codeShape,
    principles: principlesShape,
  }[name]
  const schema = shape.superRefine((content, context) => {
    const faults = [
      ...missingWords(
        needing(council, (tag) => hasReport(folder, id, tag)),
        content,
        shape,
      ),
      ...(name === 'report' ? unknownIn(content as Report, council, lessons) : []),
    ]
    for (const { path, message } of faults) context.addIssue({ code: 'custom', path, message })
  })
  const result = schema.safeParse(json, { reportInput: true })
  if (!result.success) throw new ContentError(explain(result.error, file, shape))
  return result.data
}

const hasReport = (folder: string, id: string, tag: string): boolean =>
  Object.keys(readWords(folder, id, tag)).length > 0

const unknownIn = (report: Report, { ombudsmen }: Council, lessons: readonly string[]): Contradiction[] => [
  ...(['letters', 'otherReports'] as const).flatMap((key) =>
    report[key].flatMap(({ ombudsman }, i) =>
      unknown([key, i, 'ombudsman'], ombudsman, 'an ombudsman in council.json', ombudsmen),
    ),
  ),
  ...report.lessons.flatMap(({ lesson }, i) =>
    unknown(
      ['lessons', i, 'lesson'],
      lesson,
      'a lesson in learning.json',
      lessons.map((id) => ({ id })),
    ),
  ),
]

/** What is wrong with the words of a report in one language. */
function wordFaults(report: Written, tag: string, figures: ReadonlyMap<string, Figures>): string[] {
  const folder = `${place}/${report.id}/${tag}`
  const missing = pages.filter((page) => report.words[page] === undefined)
  if (missing.length)
    return missing.map(
      (page) => `${folder}/${page}.mdx: is missing. Copy last year’s, and write this year’s in it.`,
    )
  const before = figures.get(yearBefore(report.id)) ?? null
  const lacking = checklist.flatMap(({ id, rule, lacks }) => {
    const lack = lacks(report)
    if (!lack) return []
    const file = lack.file.endsWith('.mdx') ? `${folder}/${lack.file}` : `${place}/${report.id}/${lack.file}`
    return [`${file}: the report lacks ${id} (${rule}). ${lack.mend}`]
  })
  const statements = Object.entries(report.words).flatMap(([page, mdx]) =>
    saidInWords(mdx, `${folder}/${page}.mdx`, (measure) => compare(measure, report.figures, before)),
  )
  const wrong = Object.entries(report.words).flatMap(([page, mdx]) => [
    ...figuresTyped(mdx).map(
      (line) =>
        `${folder}/${page}.mdx: types a figure: “${line}”. Put a <Figure of="…" /> in its place, so that it cannot go wrong.`,
    ),
    ...unknownParts(mdx, report.figures).map((fault) => `${folder}/${page}.mdx: ${fault}`),
  ])
  return [...lacking, ...wrong, ...faultsIn(statements).map(faultLine)]
}

const faultLine = ({ check, at, message }: { check: string; at: string; message: string }) =>
  `${at.includes(':') ? at : `${at}:`} ${message} [${check}]`

/** Components that point to a table or a measure that does not exist. */
function unknownParts(mdx: string, { tables }: Figures): string[] {
  const ids = tables.map(({ id }) => id)
  const known = measures.map(({ id }) => id)
  return insertedIn(mdx).flatMap(({ name, of: { of } }) => {
    if (name === 'Chart' && !ids.includes(of ?? ''))
      return [`<Chart of="${of ?? ''}" /> is of no table. Write one of: ${ids.join(', ')}.`]
    if (name === 'Part' && !pages.some((page) => page === of))
      return [`<Part of="${of ?? ''}"> is no page of a report. Write one of: ${pages.join(', ')}.`]
    if (['Finding', 'Figure', 'Comparison'].includes(name) && of !== undefined && !known.includes(of))
      return [`<${name} of="${of}" /> is of no measure. Write one of: ${known.join(', ')}.`]
    return []
  })
}
