import { readHandle } from '../form/file-handle.ts'
import type { Fields } from '../form/question.ts'
import type { Answer } from '../form/validate.ts'
import type { SentFile } from './ports.ts'

/** The files that go with what was answered, in their order. */
export const sentFiles = (answers: readonly Answer[]): readonly SentFile[] =>
  answers.flatMap(({ question, value }) =>
    question.kind === 'files'
      ? [value].flat().flatMap((text) => {
          const handle = readHandle(text)
          return handle ? [{ id: handle.id, key: handle.key, name: handle.name }] : []
        })
      : [],
  )

/** Every answer by its question's id, as the record keeps it: of a file its id, and never what opens it. */
export const answersToKeep = (answers: readonly Answer[]): Fields =>
  Object.fromEntries(
    answers.map(({ question, value }) => [
      question.id,
      question.kind === 'files' ? sentFiles([{ question, value }]).map(({ id }) => id) : value,
    ]),
  )
