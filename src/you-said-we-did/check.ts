import { join } from 'node:path'
import { explain, place } from '../council/explain.ts'
import { ContentError } from '../council/parse.ts'
import type { Council } from '../council/schema.ts'
import { unknown } from '../council/contradictions/ids.ts'
import { missingWords } from '../council/contradictions/words.ts'
import { needing } from '../council/editions.ts'
import { hasSection } from '../council/sections.ts'
import { londonDay } from '../council/working-days.ts'
import type { Day } from '../council/working-days.ts'
import { faultsBetween } from './between.ts'
import type { Placed } from './between.ts'
import type { Facts } from './facts.ts'
import { factsFrom } from './facts-from.ts'
import { learningShape } from './learning.ts'
import type { Learning } from './learning.ts'
import { readEntries, readJson, readPictures } from './load.ts'
import type { Read } from './load.ts'
import { entrySchema } from './rules.ts'

/** A slug is the end of an address. */
const slugs = /^[a-z0-9]+(-[a-z0-9]+)*$/

/**
 * Holds content/learning.json and every entry of “You said, we did” against its schema and its rules, drafts too.
 *
 * Each line names the file, the key and the mend; no line means that all is well. `folder` is where content lies,
 * `today` a day in London.
 */
export function checkEntries(
  council: Council,
  folder = 'content',
  today: Day = londonDay(new Date()),
): string[] {
  try {
    const learning = readJson(join(folder, 'learning.json'), 'content/learning.json')
    const faults = learningFaults(learning, council, folder)
    if (faults.length) return faults
    const facts = factsFrom(council, learning as Learning, readPictures(folder), today)
    return entryFaults(readEntries(folder), council, facts)
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    return [...error.lines]
  }
}

function learningFaults(json: unknown, council: Council, folder: string): string[] {
  const languages = needing(council, (tag) => hasSection(tag, 'you-said-we-did', folder))
  const schema = learningShape.superRefine((file, context) => {
    const faults = [
      ...missingWords(languages, file, learningShape),
      ...file.lessons.flatMap(({ service }, i) =>
        unknown(['lessons', i, 'service'], service, 'a service in council.json', council.services),
      ),
    ]
    for (const { path, message } of faults) context.addIssue({ code: 'custom', path, message })
  })
  const result = schema.safeParse(json, { reportInput: true })
  return result.success ? [] : explain(result.error, 'content/learning.json', schema)
}

function entryFaults(read: readonly Read[], { languages }: Council, facts: Facts): string[] {
  const tags = languages.map(({ tag }) => tag)
  const placed: Placed[] = []
  const lines = read.flatMap(({ file, language, slug, json }) => {
    if (!tags.includes(language))
      return [
        `${file}: lies in ${language}, which is not in council.json’s languages. Move it to one of: ${tags.join(', ')}.`,
      ]
    if (!slugs.test(slug))
      return [`${file}: its name is part of an address. Use small letters, digits and single hyphens.`]
    const schema = entrySchema(facts, language)
    const result = schema.safeParse(json, { reportInput: true })
    if (!result.success) return explain(result.error, file, schema)
    placed.push({ language, slug, entry: result.data })
    return []
  })
  const between = faultsBetween(placed, tags[0] ?? 'en').map(
    ({ of, fault: { path, message } }) =>
      `content/you-said-we-did/${of.language}/${of.slug}.json: ${place(path)} ${message}`,
  )
  return [...lines, ...between]
}
