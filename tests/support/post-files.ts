import { parse } from 'node-html-parser'
import { ask, encoded, type Answered, type Posted } from '../http/post.ts'

/** A file as somebody chooses it: its name, and its bytes. */
export type Chosen = readonly [name: string, bytes: Uint8Array<ArrayBuffer>]

/** Posts a form with files in it, as a page without scripts does. */
export function postFiles(address: string, fields: Posted, files: readonly Chosen[]): Promise<Answered> {
  const body = new FormData()
  for (const [name, text] of encoded(fields)) body.append(name, text)
  // A file input in which nothing was chosen posts a nameless file.
  if (!files.length) body.append('files', new Blob([]), '')
  for (const [name, bytes] of files) body.append('files', new Blob([bytes]), name)
  return ask(address, { method: 'POST', body })
}

/** The handles that a page carries. */
export const handlesOn = ({ text }: Answered): readonly string[] =>
  parse(text)
    .querySelectorAll('input[type=hidden][name=files]')
    .map((input) => input.getAttribute('value') ?? '')

/** What the error summary lists. */
export const errorsOn = ({ text }: Answered): readonly string[] =>
  parse(text)
    .querySelectorAll('.govuk-error-summary__list li')
    .map((line) => line.text)
