import type { Fault, Facts, Rule } from './facts.ts'
import { days } from './rules/days.ts'
import { easyRead } from './rules/easy-read.ts'
import { ids } from './rules/ids.ts'
import { names } from './rules/names.ts'
import { personalDetails } from './rules/personal-details.ts'
import { pictures } from './rules/pictures.ts'
import { plainWords, sentences } from './rules/sentences.ts'
import { smallCounts } from './rules/small-counts.ts'
import { entryShape } from './schema.ts'
import type { Entry } from './schema.ts'

/** Every rule that an entry is held to by itself, in the order in which an editor is told. */
const rules: readonly Rule<Entry>[] = [
  personalDetails,
  names,
  smallCounts,
  days,
  ids,
  pictures,
  sentences,
  plainWords,
  easyRead,
]

/** What is wrong with an entry whose keys have their kinds. Pure, so that the build and the editor say the same. */
export const faultsOf = (entry: Entry, facts: Facts, language: string): Fault[] =>
  rules.flatMap((rule) => rule(entry, facts, language))

/**
 * The schema of an entry with every rule in it: what it says of an entry is what the build says. `language` is the
 * tag of the folder that the entry lies in.
 */
export const entrySchema = (facts: Facts, language: string) =>
  entryShape.superRefine((entry, context) => {
    for (const { path, message } of faultsOf(entry, facts, language))
      context.addIssue({ code: 'custom', path: [...path], message })
  })
