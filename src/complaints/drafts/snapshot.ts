import { questionsAsked, questionsOf, type Journey } from '../../form/journey.ts'
import { optionLabel, readable } from '../../form/outputs/readable.ts'
import { textsOf, type Fields, type Question, type Surroundings, type Value } from '../../form/question.ts'
import { versionOf } from '../../form/version.ts'
import type { Wording } from '../../form/wording.ts'

/** What is sealed: the answers as they stand, right or wrong, and what each question was when it was asked. */
interface Snapshot {
  readonly fields: Fields
  /** A question's id → the hash of what it asked, its short name, and the answer as a person reads it. */
  readonly asked: Readonly<Record<string, readonly [hash: string, short: string, answer: string]>>
}

/** A saved form, opened in the form as it is now. */
export interface Reopened {
  readonly fields: Fields
  /** The ids of questions that are still asked, and are not what they were. */
  readonly changed: readonly string[]
  /** What was answered to questions that there are no more. */
  readonly gone: readonly { readonly question: string; readonly answer: string }[]
}

interface Asking {
  readonly journey: Journey
  readonly around: Surroundings
  readonly wording: Wording
}

/** The answers so far, whether or not they could be sent, as text to seal. */
export function takeSnapshot(fields: Fields, { journey, around, wording }: Asking): string {
  const asked = questionsAsked(journey, fields, around).map((question) => [
    question.id,
    [
      hashOf(question, around, wording),
      wording.t(`questions.${question.id}.short`),
      said(question, fields, wording),
    ],
  ])
  return JSON.stringify({ fields, asked: Object.fromEntries(asked) as Snapshot['asked'] } satisfies Snapshot)
}

/** What was saved, held against the questions as they are now, in the edition that it was saved in. */
export function reopen(text: string, { journey, around, wording }: Asking): Reopened {
  const { fields, asked } = JSON.parse(text) as Snapshot
  const known = questionsOf(journey)
  const names = known.flatMap((question) => question.fields)
  return {
    fields: Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name))),
    changed: questionsAsked(journey, fields, around)
      .filter(({ id }) => asked[id])
      .filter((question) => asked[question.id]?.[0] !== hashOf(question, around, wording))
      .map(({ id }) => id),
    gone: Object.entries(asked)
      .filter(([id, [, , answer]]) => answer && !known.some((question) => question.id === id))
      .map(([, [, question, answer]]) => ({ question, answer })),
  }
}

/** Changes with what a person was asked: its words, its options, and when it is asked. */
function hashOf(question: Question, around: Surroundings, wording: Wording): string {
  const { id, kind, fields, options, offered, when } = question
  const { t, has } = wording
  const ids = options === 'services' ? around.services : (options ?? [])
  return versionOf([
    { kind, fields, ids, offered, when },
    t(`questions.${id}.label`),
    has(`questions.${id}.hint`) ? t(`questions.${id}.hint`) : '',
    ids.map((option) => optionLabel(id, options, option, wording)),
  ])
}

/** What stands in a question's fields, as a person reads it: options and files by their names, all else as typed. */
function said(question: Question, fields: Fields, wording: Wording): string {
  const texts = question.fields.flatMap((name) => textsOf(fields, name)).filter(Boolean)
  const { kind, options } = question
  if (kind === 'files') return readable({ question, value: texts }, wording).join(', ')
  if (!options || options === 'services') return texts.join(' ')
  const chosen: Value = texts.filter((text) => options.includes(text))
  return readable({ question, value: chosen }, wording).join(', ')
}
