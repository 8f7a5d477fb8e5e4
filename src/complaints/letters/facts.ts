import type { Council, Procedure } from '../../council/council.ts'
import { textIn } from '../../council/council.ts'
import type { Wording } from '../../form/wording.ts'
import { dayInWords } from '../../words/dates.ts'
import { oneLine } from '../../form/clean.ts'
import { optionLabel } from '../../form/outputs/readable.ts'
import { outlook } from '../outlook.ts'
import type { LetterFacts } from './ports.ts'
import type { Keys, Role } from '../ports.ts'

/** What every letter is written from. */
export interface Writing {
  readonly complaint: LetterFacts
  readonly council: Council
  readonly wording: Wording
  readonly keys: Keys
  /** The address of the site without a slash at its end. */
  readonly site: string
}

/** The code and the link that open the complaint's own page for somebody; null where they have none. */
export function followingFor(role: Role, { complaint, keys, site }: Writing) {
  const key = complaint.keys.find((each) => each.purpose === 'follow' && each.role === role)
  return key && complaint.kind === 'complaint'
    ? { code: keys.code(key.id), link: `${site}/follow/open/?k=${keys.link(key.id)}` }
    : null
}

/** The code and the link that make a report or a comment a complaint; null for what is one, and for thanks. */
export function becomingFor(role: Role, { complaint, keys, site }: Writing) {
  const key = complaint.keys.find((each) => each.purpose === 'follow' && each.role === role)
  if (!key || complaint.kind === 'complaint') return null
  return { code: keys.code(key.id), link: `${site}/make-it-a-complaint/open/?k=${keys.link(key.id)}` }
}

/** The same for whoever the letter is for: a complaint that somebody else made has no key of a complainant's. */
export const followingForReader = (writing: Writing) =>
  followingFor('complainant', writing) ?? followingFor('representative', writing)

/** The procedure that the complaint follows; null for a compliment or a comment. */
export const procedureIn = ({ complaint, council }: Writing): Procedure | null =>
  council.procedures.find(({ id }) => id === complaint.procedure) ?? null

/** What was promised, as the record has it. */
export const outlookOf = (writing: Writing) =>
  outlook(
    {
      kind: writing.complaint.kind,
      route: writing.complaint.person.reply_route,
      procedure: procedureIn(writing),
    },
    writing.complaint.stage,
  )

/** The person's needs as one phrase, their own words among them, or null where they named none. */
export function needsOf({ complaint, wording }: Writing): string | null {
  const { adjustments, interpreter_language, adjustments_details } = complaint.person
  const needs = [
    ...adjustments.map((need) => optionLabel('adjustments', [], need, wording)),
    ...[interpreter_language, adjustments_details].flatMap((words) => asPhrase(words) || []),
  ]
  return needs.length ? needs.join(wording.t('letters.list-separator')) : null
}

/** A person's own words, to stand inside a sentence: on one line, without the full stop of theirs. */
const asPhrase = (words: string | null): string => oneLine(words ?? '').replace(/[.\s]+$/, '')

/** A day in the letter's words. */
export const written = ({ wording }: Pick<Writing, 'wording'>, day: string): string =>
  dayInWords(day, wording.language)

/** One of the council's own texts, in the letter's language. */
export const said = ({ wording }: Pick<Writing, 'wording'>, text: Parameters<typeof textIn>[0]): string =>
  textIn(text, wording.language)
