import type { Situation } from '../../consent/situation.ts'
import type { Letter } from '../letter.ts'
import type { ConsentWriting } from './about.ts'
import { closing, greeting } from './closing.ts'
import { mayDo } from './what-was-said.ts'

/**
 * Tells the representative what the person answered, and nothing of why or how. What they may do is said once it is
 * confirmed. Null while there is nothing to tell.
 */
export function letterWithAnswer(situation: Situation, writing: ConsentWriting): Letter | null {
  if (situation === 'asked') return null
  const { complaint, consent, council, wording } = writing
  const { t } = wording
  const { reference } = complaint
  const { phone } = council.contacts.complaints
  const affected = consent.affected.name ?? ''
  const may = situation === 'confirmed' ? mayDo(consent, writing) : []
  return {
    subject: t('consent-letters.answered.subject', { reference }),
    blocks: [
      ...greeting(consent.representative.name, writing),
      { paragraph: t(`consent-letters.answered.${situation}.lead`, { affected }) },
      { facts: [[t('letters.reference-label'), reference]] },
      ...(may.length ? [{ heading: t('consent-letters.answered.may') }, { list: may }] : []),
      { paragraph: t(`consent-letters.answered.${situation}.next`, { phone }) },
      ...closing(writing),
    ],
  }
}
