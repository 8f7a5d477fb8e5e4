import * as z from 'zod/mini'
import { readHandle } from '../file-handle.ts'
import { textsOf, type Definition, type Question } from '../question.ts'

/**
 * Why files are not taken. `too-many` is said of all of them, and `too-much` of those that came in one post without
 * JavaScript; the others of one file. `failed`, `busy` and `gone` are nobody's mistake: it can be sent again.
 */
export const fileRefusals = [
  'type',
  'size',
  'empty',
  'locked',
  'broken',
  'failed',
  'too-many',
  'too-much',
  'busy',
  'gone',
] as const
export type FileRefusal = (typeof fileRefusals)[number]

/** What else is said of files while they are chosen: none is, one waits for its upload, one is on its way. */
export const beforeSending = ['none', 'waiting', 'sending'] as const

interface Files extends Definition {
  /** How many may be sent at once. */
  readonly most: number
}

/**
 * Files that were sent ahead: the answer is their handles, as texts. What is no handle is left out, since only a
 * tampered page sends it. Nobody must send a file.
 */
export function files({ most, ...definition }: Files): Question {
  return {
    ...definition,
    optional: true,
    kind: 'files',
    fields: [definition.id],
    max: most,
    codes: [...fileRefusals, ...beforeSending],
    read(fields) {
      const handles = textsOf(fields, definition.id).filter((text) => readHandle(text))
      return handles.length ? [...new Set(handles)] : undefined
    },
    schema: () =>
      z.array(z.string()).check(z.refine((handles) => handles.length <= most, { error: 'too-many' })),
  }
}
