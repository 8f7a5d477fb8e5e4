import { labels } from '../config/labels.ts'
import type { Facts } from '../../you-said-we-did/facts.ts'
import { faultsOf } from '../../you-said-we-did/rules.ts'
import { entryShape } from '../../you-said-we-did/schema.ts'
import type { Entry } from '../../you-said-we-did/schema.ts'

/** What stands in the fields of an entry that somebody is writing: any of it may still be missing. */
export type Unfinished = Readonly<Record<string, unknown>>

/**
 * What is wrong with one text of an entry, as a person is told beside its field; null where nothing is.
 *
 * `key` is the schema's key without positions (`easyRead.say`), `value` what stands in the field. The rules are those
 * of the build, word for word.
 */
export function whatIsWrong(
  key: string,
  value: unknown,
  written: Unfinished,
  facts: Facts,
  language: string,
): string | null {
  const entry = whole(written, key, value)
  const shape = entryShape.safeParse(entry)
  const told = [
    ...(shape.success ? [] : shape.error.issues.filter(({ code }) => code !== 'invalid_type')),
    ...faultsOf(entry, facts, language),
  ].filter(({ path }) => keyOf(path) === key && sameText(at(entry, path), value))
  // A field that must be filled in says so by itself.
  const [first] = value === '' || value === undefined ? [] : told
  return first ? said(first.message) : null
}

/** The build names keys, and the editor the fields that stand for them. */
const said = (message: string): string =>
  `This ${message}`
    .replaceAll('to namesChecked', `under “${labels.namesChecked}”`)
    .replaceAll('publishOn', `“${labels.publishOn}”`)

const keyOf = (path: readonly PropertyKey[]): string =>
  path.filter((part) => typeof part === 'string').join('.')

const at = (entry: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((here, part) => (here as Record<PropertyKey, unknown> | undefined)?.[part], entry)

const sameText = (one: unknown, other: unknown): boolean =>
  String(one ?? '').trim() === String(other ?? '').trim()

/** The entry with what is missing left empty, so that the rules can read it. */
function whole(written: Unfinished, key: string, value: unknown): Entry {
  const text = (name: string) => String(written[name] ?? '')
  const list = (name: string) => (Array.isArray(written[name]) ? (written[name] as unknown[]) : [])
  const picture = written['picture'] as { file?: string; alt?: string } | undefined
  const publishOn = text('publishOn')
  const entry = {
    title: text('title'),
    told: text('told'),
    changed: text('changed'),
    service: text('service'),
    date: text('date'),
    status: (written['status'] ?? 'done') as Entry['status'],
    learning: text('learning'),
    draft: written['draft'] === true,
    ...(publishOn && { publishOn }),
    namesChecked: list('namesChecked').map((words) => String(words ?? '')),
    ...(picture?.file && { picture: { file: picture.file, alt: picture.alt ?? '' } }),
    easyRead: list('easyRead').map((line) => ({
      say: String((line as { say?: string } | null)?.say ?? ''),
      picture: String((line as { picture?: string } | null)?.picture ?? ''),
    })),
  }
  // What was typed last may not have reached the entry yet.
  return key in entry && !Array.isArray(entry[key as keyof Entry]) ? { ...entry, [key]: value } : entry
}
