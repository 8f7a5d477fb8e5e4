import type { DeskTemplate } from '../../desk/facts.ts'
import type { Letter } from '../letter.ts'
import { acknowledged } from './acknowledged.ts'
import { authorityAccepted, authorityRefused } from './authority.ts'
import { notTakenOn } from './not-taken-on.ts'
import { extended, handlerChanged, nextStage } from './on-the-way.ts'
import type { DeskWriting } from './ports.ts'
import { replied } from './replied.ts'
import { told } from './told.ts'

const letters: Readonly<Record<DeskTemplate, (writing: DeskWriting) => Letter | null>> = {
  acknowledged,
  'handler-changed': handlerChanged,
  extended,
  replied,
  'next-stage': nextStage,
  'not-taken-on': notTakenOn,
  'authority-accepted': authorityAccepted,
  'authority-refused': authorityRefused,
}

/**
 * The letters that acts of the desk send to whoever complains. Null where there is nothing to say, and where the reader
 * may not act: they hear that, and nothing more.
 */
export const deskLetter = (template: DeskTemplate, writing: DeskWriting): Letter | null =>
  told(writing) === 'nothing' && template !== 'authority-refused' ? null : letters[template](writing)
