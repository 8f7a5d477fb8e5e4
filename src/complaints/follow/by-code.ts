import { readCode } from '../access-code.ts'
import type { Keys } from '../ports.ts'
import { readReference } from '../reference.ts'
import type { Given } from './ports.ts'

/** Which of the two cannot be what it should, as the form's error has it. */
export interface Misread {
  readonly question: 'reference' | 'code'
  readonly code: 'not-a-reference' | 'not-a-code'
}

/** What a reference and a code, as they were typed, open a complaint with; or what is to mend. */
export function byCode(reference: string, code: string, keys: Keys): Given | { misread: readonly Misread[] } {
  const [readable, proven] = [readReference(reference), readCode(code)]
  if (readable && proven) return { reference: readable, code_proof: keys.proof(proven) }
  return {
    misread: [
      ...(readable ? [] : [{ question: 'reference', code: 'not-a-reference' } as const]),
      ...(proven ? [] : [{ question: 'code', code: 'not-a-code' } as const]),
    ],
  }
}
