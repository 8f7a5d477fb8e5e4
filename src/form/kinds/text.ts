import * as z from 'zod/mini'
import { oneLine } from '../clean.ts'
import { textOf, type Definition, type Kind, type Question } from '../question.ts'

interface Typed extends Definition {
  /** Longest answer, in characters as a reader and the database count them: an emoji is one. */
  readonly max: number
  readonly autocomplete?: string
}

type Check = z.core.$ZodCheck<string>

function typed(
  kind: Kind,
  definition: Typed,
  tidy: (text: string) => string,
  rules: [string, Check][],
): Question {
  const { id, max, optional = false } = definition
  return {
    ...definition,
    optional,
    kind,
    fields: [id],
    codes: [...(optional ? [] : ['required']), 'too-long', ...rules.map(([code]) => code)],
    read: (fields) => tidy(textOf(fields, id)) || undefined,
    schema: () =>
      z.string().check(
        z.refine((text) => isWithin(max, text), { error: 'too-long', abort: true }),
        ...rules.map(([, rule]) => rule),
      ),
  }
}

/** True for a text of at most `max` characters, which are counted one by one only where that can matter. */
const isWithin = (max: number, text: string): boolean =>
  text.length <= max || (text.length <= max * 2 && [...text].length <= max)

/** A few words on one line. */
export const shortText = (definition: Typed): Question => typed('short-text', definition, oneLine, [])

/** As much as the person wants to say, in their own lines. */
export const longText = (definition: Typed): Question =>
  typed('long-text', definition, (text) => text.trim(), [])

/**
 * An email address. Only its shape is checked: something, @, a domain with a dot, no character that could end
 * a mail header or start a second address, and none that cannot be seen, as a copied address may hide.
 * 254 characters is the longest that mail can carry.
 */
export const email = (definition: Definition & { readonly autocomplete?: string }): Question =>
  typed('email', { autocomplete: 'email', ...definition, max: 254 }, oneLine, [
    [
      'not-an-email',
      z.regex(/^[^\s\p{Cf}@<>()[\]\\,;:"]+@([^\s\p{Cf}@<>()[\]\\,;:".]+\.)+[^\s\p{Cf}@<>()[\]\\,;:".]+$/u, {
        error: 'not-an-email',
      }),
    ],
  ])

/** A phone number in any format and any script's digits: at least six, kept as it was typed. */
export const phone = (definition: Definition): Question =>
  typed('phone', { ...definition, max: 60, autocomplete: 'tel' }, oneLine, [
    ['not-a-phone', z.regex(/(\p{Nd}\P{Nd}*){6,}/u, { error: 'not-a-phone' })],
  ])
