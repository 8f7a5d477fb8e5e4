import { readHandle } from '../file-handle.ts'
import { partialDateInWords } from '../../words/dates.ts'
import type { Answer } from '../validate.ts'
import type { Wording } from '../wording.ts'
import { fileInWords } from './file-in-words.ts'

/** An answer as a person reads it; several chosen options are several texts. */
export function readable({ question, value }: Answer, wording: Wording): readonly string[] {
  const values = typeof value === 'string' ? [value] : value
  if (question.kind === 'files')
    return values.flatMap((text) => {
      const file = readHandle(text)
      return file ? [fileInWords(file, wording)] : []
    })
  if (question.kind === 'partial-date')
    return values.map((date) => partialDateInWords(date, wording.language))
  if (!question.options) return values
  return values.map((option) => optionLabel(question.id, question.options, option, wording))
}

/** The words of one option: a service's name comes from the council, all others from the edition. */
export function optionLabel(
  id: string,
  options: readonly string[] | 'services' | undefined,
  option: string,
  { t, serviceName }: Wording,
): string {
  return options === 'services' ? serviceName(option) : t(`questions.${id}.options.${option}`)
}
