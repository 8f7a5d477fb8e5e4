import { answersToKeep, sentFiles } from '../../files/sent-files.ts'
import { transcript } from '../../form/outputs/transcript.ts'
import type { Value } from '../../form/question.ts'
import type { Answer } from '../../form/validate.ts'
import type { Wording } from '../../form/wording.ts'
import type { Given } from '../by-code.ts'
import type { Addition, AdditionKind } from './ports.ts'

/** What somebody sent after their complaint, read and checked. */
export interface SentLater {
  readonly submissionId: string
  readonly formVersion: string
  readonly answers: readonly Answer[]
  /** What they wrote under questions that no longer apply and chose to send all the same. */
  readonly kept: readonly Answer[]
  readonly wording: Wording
  readonly receivedAt: Date
  readonly given: Given | null
  /** The kind where the form has no question for it. */
  readonly kind?: AdditionKind
}

/** Turns what was sent into what the database keeps. The reference and the code stay out of the answers. Pure. */
export function addition(sent: SentLater): Addition {
  const { answers, kept, wording, given } = sent
  const all = [...answers, ...kept]
  const told = all.filter(({ question }) => !question.record.startsWith('key.'))
  const kind = sent.kind ?? (answerTo(answers, 'addition.kind') as AdditionKind)
  const person = Object.fromEntries(
    answers.flatMap(({ question: { record }, value }) =>
      record.startsWith('person.') ? [[record.slice('person.'.length), value] as const] : [],
    ),
  ) as Record<string, Value>
  return {
    submission_id: sent.submissionId,
    given,
    kind,
    reference: given ? null : answerTo(answers, 'key.reference'),
    sender_name: given ? null : answerTo(answers, 'addition.sender_name'),
    sender_email: given ? null : answerTo(answers, 'addition.sender_email'),
    person: kind === 'contact' || kind === 'needs' ? person : null,
    language: wording.language,
    form_version: sent.formVersion,
    received_at: sent.receivedAt.toISOString(),
    answers: answersToKeep(told),
    transcript: transcript(told, wording),
    files: sentFiles(told),
  }
}

/** A text among the answers, by where the record keeps it; null where it was not given. */
export function answerTo(answers: readonly Answer[], record: string): string | null {
  const value = answers.find(({ question }) => question.record === record)?.value
  return typeof value === 'string' ? value : null
}
