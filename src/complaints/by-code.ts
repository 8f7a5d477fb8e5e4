import type { FieldError } from '../form/validate.ts'
import { readCode } from './access-code.ts'
import type { Keys } from './ports.ts'
import { readReference } from './reference.ts'

/** What somebody opens something with: what stands in a link, or a reference with its code, as the database compares them. */
export type Given =
  { readonly link_proof: string } | { readonly reference: string; readonly code_proof: string }

/** What a reference and a code, as they were typed, open something with; or what is to mend, as a form's errors. */
export function byCode(
  reference: string,
  code: string,
  keys: Keys,
): Given | { readonly misread: readonly FieldError[] } {
  const [readable, proven] = [readReference(reference), readCode(code)]
  if (readable && proven) return { reference: readable, code_proof: keys.proof(proven) }
  return {
    misread: [
      ...(readable ? [] : [codeError('not-a-reference', 'reference')]),
      ...(proven ? [] : [codeError('not-a-code')]),
    ],
  }
}

/** What is wrong with a code that was typed, or with the reference beside it. */
export const codeError = (code: string, question: 'reference' | 'code' = 'code'): FieldError => ({
  question,
  field: question,
  code,
})
