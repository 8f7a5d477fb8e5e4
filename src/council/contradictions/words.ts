import * as z from 'zod'
import type { Contradiction, Path } from '../contradictions.ts'
import type { Council } from '../schema.ts'
import { isText } from '../schema/kinds.ts'
import type { Text } from '../schema/kinds.ts'

/**
 * Each text has words in every published language, and in none that council.json does not list.
 *
 * `content` is what a file holds and `shape` the schema it was read with.
 */
export function missingWords(
  languages: Council['languages'],
  content: unknown,
  shape: z.ZodType,
): Contradiction[] {
  const listed = languages.map(({ tag }) => tag)
  const published = languages.filter(({ status }) => status === 'published').map(({ tag }) => tag)
  return [...textsIn(content, shape, [])].flatMap(({ path, text }) => [
    ...published
      .filter((tag) => !(tag in text))
      .map((tag) => ({ path, message: `has no words in ${tag}, which is published. Add "${tag}": "…".` })),
    ...Object.keys(text)
      .filter((tag) => !listed.includes(tag))
      .map((tag) => ({
        path,
        message: `has words in "${tag}", which is not in languages. Write one of: ${listed.join(', ')}.`,
      })),
  ])
}

function* textsIn(value: unknown, schema: z.ZodType, path: Path): Generator<{ path: Path; text: Text }> {
  if (value === undefined || value === null) return
  if (isText(schema)) yield { path, text: value as Text }
  else if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    yield* textsIn(value, schema.unwrap() as z.ZodType, path)
  } else if (schema instanceof z.ZodArray) {
    for (const [i, item] of (value as unknown[]).entries())
      yield* textsIn(item, schema.element as z.ZodType, [...path, i])
  } else if (schema instanceof z.ZodObject) {
    for (const [key, inner] of Object.entries(schema.shape)) {
      yield* textsIn((value as Record<string, unknown>)[key], inner as z.ZodType, [...path, key])
    }
  }
}
