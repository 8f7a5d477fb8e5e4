import { byCode, codeError, type Given } from '../../complaints/by-code.ts'
import { answerTo } from '../../complaints/follow/addition.ts'
import type { Portal } from '../../complaints/ports.ts'
import type { Answer } from '../../form/validate.ts'
import type { ToMend } from '../receive-form.ts'

/** What a form's reference and code open; null where no code was given, or what is to mend. */
export function givenBy(answers: readonly Answer[], { keys }: Portal): Given | ToMend | null {
  const code = answerTo(answers, 'key.code')
  if (!code) return null
  const given = byCode(answerTo(answers, 'key.reference') ?? '', code, keys)
  return 'misread' in given ? { errors: given.misread } : given
}

/** Something to mend about the code: it opens nothing, or was tried too often. */
export const codeIsWrong = (code: 'does-not-open' | 'too-many-tries'): ToMend => ({
  errors: [codeError(code)],
})
