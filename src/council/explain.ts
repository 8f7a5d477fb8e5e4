import * as z from 'zod'

type Issue = z.core.$ZodIssue

/**
 * Says what is wrong with a content file so that whoever edits it can mend it: one line for each thing, with the
 * file, the key, what is wrong there and what to write.
 *
 * `error` comes from a parse with `reportInput: true`; `schema` is what it was parsed with, whose descriptions
 * say what a missing key is for. The schemas' own messages are predicates ("is not an id. Use …").
 */
export function explain(error: z.ZodError, file: string, schema: z.ZodType): string[] {
  return error.issues.map(
    (issue) => `${file}: ${place(issue.path)} ${predicate(issue, schemaAt(schema, issue.path))}`,
  )
}

/** A path as people read it: procedures[0].stages[1].respond. */
export function place(path: readonly PropertyKey[]): string {
  const printed = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  return printed === '' ? 'the file' : printed.replace(/^\./, '')
}

function predicate(issue: Issue, schema: z.ZodType | undefined): string {
  if (issue.code === 'unrecognized_keys') {
    const strangers = issue.keys.map((key) => JSON.stringify(key)).join(' and ')
    const known = schema instanceof z.ZodObject ? Object.keys(schema.shape).join(', ') : ''
    return `has ${strangers}, which Heard does not know. Take it out, or write one of: ${known}.`
  }
  if (issue.code === 'custom') return issue.message
  if (issue.input === undefined) return `is missing${purpose(schema)}. Add it.${choices(issue)}`
  if (issue.code === 'invalid_value')
    return `is ${shown(issue.input)}, which is not known here.${choices(issue)}`
  if (/^is /.test(issue.message) && isScalar(issue.input))
    return `is ${shown(issue.input)}, which ${issue.message}`
  if (issue.code === 'invalid_type' || issue.code === 'invalid_union') return mistaken(issue, schema)
  return issue.message
}

/** An empty text or a list would only make the message longer. */
const isScalar = (input: unknown): boolean => input !== '' && (input === null || typeof input !== 'object')

const purpose = (schema: z.ZodType | undefined): string => {
  const description = schema && (schema.description ?? unwrapped(schema).description)
  return description ? ` (${description})` : ''
}

const choices = (issue: Issue): string => {
  if (issue.code !== 'invalid_value') return ''
  return ` Write ${issue.values.length > 1 ? 'one of: ' : ''}${issue.values.map(String).join(', ')}.`
}

const mends: Record<string, string> = {
  string: 'text. Put it in quotation marks.',
  record: 'words by language. Write them as { "en": "…" }.',
  array: 'a list. Put it in square brackets.',
  object: 'a group of keys. Put them in curly brackets.',
}

function mistaken(issue: Issue, schema: z.ZodType | undefined): string {
  const expected = issue.code === 'invalid_type' ? issue.expected : ''
  return `is ${shown(issue.input)}, which is not ${mends[expected] ?? `right here${purpose(schema)}.`}`
}

function shown(input: unknown): string {
  if (Array.isArray(input)) return 'a list'
  if (typeof input === 'object' && input !== null) return 'a group of keys'
  const printed = JSON.stringify(input)
  return printed.length > 60 ? `${printed.slice(0, 60)}…` : printed
}

function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let here: z.ZodType | undefined = schema
  for (const key of path) {
    const inside: z.ZodType = unwrapped(here)
    if (inside instanceof z.ZodObject) here = inside.shape[String(key)] as z.ZodType | undefined
    else if (inside instanceof z.ZodArray) here = inside.element as z.ZodType
    else if (inside instanceof z.ZodRecord) here = inside.valueType as z.ZodType
    else here = undefined
    if (!here) return undefined
  }
  return here
}

const unwrapped = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? unwrapped(schema.unwrap() as z.ZodType)
    : schema
