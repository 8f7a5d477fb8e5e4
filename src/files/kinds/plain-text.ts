import { latin, type Bytes } from '../bytes.ts'

export const plainText = 'text/plain'

/** How programs and pages begin that somebody may have called a text. */
const noText = /^\s*(<!doctype|<html|<script|<svg|<\?|#!|%!ps|@echo|\{\\rtf|mz)/i

/**
 * Plain text as UTF-8; null where it is none. It may come as UTF-8, as UTF-16 with its mark, or as Windows writes
 * Western European text.
 */
export function textOf(bytes: Bytes): Bytes | null {
  const text = decoded(bytes)
  // A page break and the white space of lines are all that a text has of control characters.
  if (text === null || /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]/.test(text) || noText.test(text)) return null
  return text.trim() ? new Uint8Array(Buffer.from(text)) : null
}

function decoded(bytes: Bytes): string | null {
  const mark = latin(bytes, 0, 2)
  const wide = mark === '\xff\xfe' ? 'utf-16le' : mark === '\xfe\xff' ? 'utf-16be' : null
  for (const label of wide ? [wide] : ['utf-8', 'windows-1252']) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes)
    } catch {
      // The next one may fit.
    }
  }
  return null
}
