import * as z from 'zod'
import { isText } from '../../council/schema/kinds.ts'
import type { Field } from './field.ts'

/** What the schema cannot know of one key: how the editor calls it, and what it offers. */
export type Refine = Partial<Omit<Field, 'name'>>

/** How every key under an object is shown, by its path without positions: `contacts.complaints.phone`. */
export type Refinements = Readonly<Record<string, Refine>>

/** What fields are made with. */
export interface Making {
  readonly refinements: Refinements
  /** Tags of the languages that texts have, with their own names. */
  readonly languages: readonly { readonly tag: string; readonly name: string }[]
}

/**
 * The editor's fields for a schema, one for each key and in its order. Descriptions become hints, so that the editor
 * and the build explain a key in the same words.
 *
 * Throws for a kind of value that the editor has no field for, so that none can be left out in silence.
 */
export function fieldsFrom(shape: z.ZodObject, making: Making, before = ''): Field[] {
  return Object.entries(shape.shape).map(([key, schema]) =>
    fieldFor(key, schema as z.ZodType, making, before ? `${before}.${key}` : key),
  )
}

function fieldFor(name: string, schema: z.ZodType, making: Making, path: string): Field {
  const optional = schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
  const inner = (optional ? schema.unwrap() : schema) as z.ZodType
  const description = schema.description ?? inner.description
  return {
    name,
    label: labelled(name),
    ...(description && { hint: sentence(description) }),
    ...(optional && { required: false }),
    ...kindOf(inner, making, path),
    ...making.refinements[path],
  }
}

function kindOf(schema: z.ZodType, making: Making, path: string): Refine & { widget: string } {
  if (isText(schema))
    return {
      widget: 'object',
      fields: making.languages.map(({ tag, name }, i) => ({
        name: tag,
        label: name,
        widget: 'string',
        ...(i > 0 && { required: false }),
      })),
    }
  if (schema instanceof z.ZodObject) return { widget: 'object', fields: fieldsFrom(schema, making, path) }
  if (schema instanceof z.ZodArray) return listOf(schema.element as z.ZodType, making, path)
  if (schema instanceof z.ZodEnum) return { widget: 'select', options: schema.options.map(String) }
  if (schema instanceof z.ZodBoolean) return { widget: 'boolean' }
  if (schema instanceof z.ZodNumber) return { widget: 'number', value_type: 'int' }
  // A date that is read from frontmatter is turned into text afterwards.
  const made = schema instanceof z.ZodPipe ? schema.def.in : schema
  if (schema instanceof z.ZodISODate || made instanceof z.ZodDate)
    return { widget: 'datetime', type: 'date', format: 'YYYY-MM-DD', default: '' }
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat)
    return { widget: 'string', ...patternOf(schema) }
  throw new Error(`The editor has no field for ${path}, which is ${schema.def.type}.`)
}

function listOf(element: z.ZodType, making: Making, path: string): Refine & { widget: string } {
  if (element instanceof z.ZodEnum)
    return { widget: 'select', multiple: true, options: element.options.map(String) }
  if (element instanceof z.ZodObject) return { widget: 'list', fields: fieldsFrom(element, making, path) }
  return {
    widget: 'list',
    field: { name: 'line', label: 'Line', ...kindOf(element, making, `${path}.line`) },
  }
}

/** answerWorkingDays → Answer working days. */
const labelled = (key: string): string => {
  const words = key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const sentence = (description: string): string =>
  `${description.charAt(0).toUpperCase()}${description.slice(1)}.`.replace(/\.\.$/, '.')

/** The pattern that a text is held to, and what the schema says of one that is not: told before it is saved. */
function patternOf(schema: z.ZodString | z.ZodStringFormat): { pattern?: [string, string] } {
  const own = schema.def as { pattern?: RegExp; checks?: readonly { _zod: { def: unknown } }[] }
  const checks = [own, ...(own.checks ?? []).map(({ _zod }) => _zod.def as { pattern?: RegExp })]
  const pattern = checks.find((check) => check.pattern)?.pattern
  if (!pattern) return {}
  const [issue] = schema.safeParse('\u0000').error?.issues ?? []
  return { pattern: [pattern.source, `This ${issue?.message ?? 'is not right.'}`] }
}
