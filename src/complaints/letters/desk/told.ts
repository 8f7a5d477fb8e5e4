import { whileActing } from '../acting.ts'
import type { Block } from '../letter.ts'
import type { DeskWriting } from './ports.ts'

/**
 * How much the reader may be told. `whole`: it is their own complaint, or they may act and receive replies.
 * `progress`: nobody has confirmed that they may; they hear how far it is and not a word of what the team wrote.
 * `nothing`: the person or the team has said that they may not act.
 */
export function told({ complaint: { acting }, desk }: DeskWriting): 'whole' | 'progress' | 'nothing' {
  if (!acting || desk.may_be_told) return 'whole'
  return acting.state === 'refused' || acting.state === 'withdrawn' ? 'nothing' : 'progress'
}

/** That something is held back, and what would bring it: in place of what may not be told. */
export const heldBack = (what: 'found' | 'why', writing: DeskWriting): readonly Block[] => [
  { paragraph: writing.wording.t(`desk-letters.held-back.${what}`) },
  ...whileActing(writing),
]
