import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ContentError } from '../council/parse.ts'
import type { Figures } from '../figures/schema.ts'
import type { Code } from './code.ts'
import type { Principles } from './principles.ts'
import type { Report } from './schema.ts'

/** Where reports lie, for messages. */
export const place = 'content/annual-reports'

/** One year’s report: figures, and what the record does not hold. */
export interface Year {
  /** `2025-26` */
  readonly id: string
  readonly figures: Figures
  readonly report: Report
  readonly code: Code
  readonly principles: Principles
}

/** The files of a year beside figures.json and the words. */
export const beside = ['report', 'code', 'principles'] as const

/** The ids of all periods that have a folder, in order: years and quarters. */
export const periodsIn = (folder: string): readonly string[] =>
  existsSync(join(folder, 'annual-reports'))
    ? readdirSync(join(folder, 'annual-reports'), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : []

/**
 * One of a period’s files, unchecked; undefined where there is none. Throws a ContentError where it is not JSON.
 * `name` is without its ending.
 */
export function readJson(folder: string, period: string, name: string): unknown {
  const path = join(folder, 'annual-reports', period, `${name}.json`)
  if (!existsSync(path)) return undefined
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new ContentError([
      `${place}/${period}/${name}.json: the file is not JSON: ${(error as Error).message}. Look there, and just before, for a missing comma or quotation mark.`,
    ])
  }
}

/** The words of a period in one language, by page: `overview` → what is in its MDX file. */
export function readWords(
  folder: string,
  period: string,
  language: string,
): Readonly<Record<string, string>> {
  const path = join(folder, 'annual-reports', period, language)
  if (!existsSync(path)) return {}
  const files = readdirSync(path).filter((name) => name.endsWith('.mdx'))
  return Object.fromEntries(
    files.map((name) => [name.slice(0, -'.mdx'.length), readFileSync(join(path, name), 'utf8')]),
  )
}

/** Every year that has a report, the newest first, taken as it stands: the build has checked them (check.ts). */
export const yearsIn = (folder = 'content'): readonly Year[] =>
  periodsIn(folder)
    .filter((id) => !id.includes('-q'))
    .reverse()
    .map((id) => ({
      id,
      figures: readJson(folder, id, 'figures') as Figures,
      report: readJson(folder, id, 'report') as Report,
      code: readJson(folder, id, 'code') as Code,
      principles: readJson(folder, id, 'principles') as Principles,
    }))

/** The figures of every quarter that has a folder of its own, the newest first. */
export const quartersIn = (folder = 'content'): readonly Figures[] =>
  periodsIn(folder)
    .filter((id) => id.includes('-q'))
    .reverse()
    .map((id) => readJson(folder, id, 'figures') as Figures)

/** The ids of the lessons in learning.json, which is checked where it is used first (src/you-said-we-did). */
export function lessonsIn(folder: string): readonly string[] {
  const { lessons } = JSON.parse(readFileSync(join(folder, 'learning.json'), 'utf8')) as {
    lessons: { id: string }[]
  }
  return lessons.map(({ id }) => id)
}
