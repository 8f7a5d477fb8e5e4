import type { Rule } from '../facts.ts'
import type { Entry } from '../schema.ts'
import { textsOf } from '../texts.ts'
import { titles } from './known-words.ts'

/**
 * No reference, email address, phone number, postcode or initials: each can lead to a person.
 *
 * The message does not repeat what was found, since a build's log is read by more people than the entry.
 */
export const personalDetails: Rule<Entry> = (entry) =>
  textsOf(entry).flatMap(({ path, text }) => {
    let left = text
    return kinds.flatMap(({ pattern, message }) => {
      if (!pattern.test(left)) return []
      // A number is told once, as the first thing that it may be.
      left = left.replace(new RegExp(pattern, `${pattern.flags}g`), ' ')
      return [{ path, message }]
    })
  })

/** A resident's name is often hidden behind these; so is a child's. */
const title = [...titles].join('|')
const whoever = 'child|person|resident|tenant|client|patient|family|customer|complainant|student|pupil'

/** Two capitals that everyone reads as a word. All others are written in full, or are somebody's initials. */
const everyday = 'TV|UK|EU|PE|IT|MP|ID|DJ|GP|CV|QR|OK|PC|AM|PM'

const kinds: readonly { pattern: RegExp; message: string }[] = [
  {
    pattern: /[^\s@]+@[^\s@]+\.[^\s@]+/,
    message: 'has an email address. Take it out: our contact page has ours, and nobody else’s is published.',
  },
  {
    pattern: /(?:\+44|\b0)(?:[ ()-]*\d){9,10}\b|\b\d{3,5}[ -]\d{6}\b/,
    message: 'has a phone number. Take it out: our contact page has ours, and nobody else’s is published.',
  },
  {
    // Ours: three groups of three out of 17 characters (src/complaints/reference.ts), with a digit among them.
    pattern: /\b(?=[\dA-Z. -]*\d)[2-9CFHJKMPRTWX]{3}([-. ]?)[2-9CFHJKMPRTWX]{3}\1[2-9CFHJKMPRTWX]{3}\b/i,
    message: 'has a reference number. Take it out: an entry is about a service, never about one case.',
  },
  {
    // Others': CRM-2025-00123, 25/01234/FUL, FS123456, ref. 99. A road such as B4380 and a year such as 2025/26 are none.
    pattern:
      /\b(?![ABM]\d{1,4}\b)[A-Z]{1,6}[-/ ]?(?:\d{2,4}[-/])?\d{3,}\b|\b\d{2,4}\/\d{4,}(?:\/[A-Z]+)?\b(?<!\b(?:19|20)\d\d\/(?:19|20)\d\d)|\b\d{6,}\b|\b[Rr]ef(?:erence)?\b\.?(?: (?:number|no))?\.?:? ?[A-Z]*\d+/,
    message:
      'has what looks like a reference number. Take it out: an entry is about a service, never about one case.',
  },
  {
    pattern: /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/,
    message: 'has a postcode. Take it out, or name the area: a postcode is a few homes.',
  },
  {
    pattern: new RegExp(
      [
        `\\b(?:\\p{Lu}\\.[ ]?){2,}`,
        `\\b(?:${title})\\.?\\s+\\p{Lu}\\b\\.?(?![\\p{L}’'])`,
        `\\b(?:${whoever})\\s+\\p{Lu}\\b(?![\\p{L}’'])`,
        // A letter that stands alone, unless it is a word (I, A) or the end of “A to Z”.
        `(?<![\\p{L}\\d’'.&-])(?!I\\b|A\\b)(?<!A to )\\p{Lu}\\b\\.?(?![\\p{L}\\d’'&-])`,
        `\\b(?!(?:${everyday})\\b)\\p{Lu}{2}\\b(?![\\d’'-])`,
      ].join('|'),
      'u',
    ),
    message:
      'has what looks like someone’s initials. Take them out, or write the words in full if they stand for no person.',
  },
]
