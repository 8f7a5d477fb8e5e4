import { locale } from '../../words/dates.ts'
import type { Question } from '../../form/question.ts'
import type { FieldError } from '../../form/validate.ts'
import type { Wording } from '../../form/wording.ts'

/** What is wrong and how to mend it, in the edition's words. */
export function errorMessage(
  { code, of }: FieldError,
  question: Pick<Question, 'id' | 'max'>,
  { t, language }: Wording,
): string {
  const reason = t(`questions.${question.id}.errors.${code}`, {
    ...(question.max && { max: new Intl.NumberFormat(locale(language)).format(question.max) }),
  })
  return of ? t('form.files.wrong', { name: of, reason }) : reason
}
