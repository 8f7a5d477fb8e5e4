import type { DeskFacts, DeskTemplate } from '../../desk/facts.ts'
import type { Writing } from '../facts.ts'

/** What a letter of the desk is written from. */
export interface DeskWriting extends Writing {
  readonly desk: DeskFacts
}

const templates: readonly string[] = [
  'acknowledged',
  'handler-changed',
  'extended',
  'replied',
  'next-stage',
  'not-taken-on',
  'authority-accepted',
  'authority-refused',
] satisfies DeskTemplate[]

export const isFromDesk = (template: string): template is DeskTemplate => templates.includes(template)
