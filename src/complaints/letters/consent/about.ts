import type { ConsentFacts } from '../../consent/ports.ts'
import { situationOf } from '../../consent/situation.ts'
import type { ConsentTemplate, Recipient } from '../ports.ts'
import type { Writing } from '../facts.ts'
import type { Letter } from '../letter.ts'
import { letterWithAnswer } from './answered.ts'
import { letterWithCopy } from './copy.ts'
import { letterToPassOn, letterWithQuestion } from './question.ts'
import { letterAboutConsentToTeam } from './to-team.ts'

/** A letter about a consent, as it stands when it is written. */
export interface ConsentWriting extends Writing {
  readonly consent: ConsentFacts
}

const templates: readonly string[] = [
  'consent-request',
  'consent-reminder',
  'consent-copy',
  'consent-answered',
  'consent-to-team',
] satisfies ConsentTemplate[]

export const isAboutConsent = (template: string): template is ConsentTemplate => templates.includes(template)

/** The letter; null where there is nothing to say any more, such as a reminder to who has answered since. */
export function letterAboutConsent(
  template: ConsentTemplate,
  recipient: Recipient,
  writing: ConsentWriting,
): Letter | null {
  const situation = situationOf(writing.consent)
  if (!situation) return null
  const waits = situation === 'asked'
  switch (template) {
    case 'consent-request':
      return waits ? letterWithQuestion(writing, false) : null
    case 'consent-reminder':
      if (!waits) return null
      return recipient === 'representative' ? letterToPassOn(writing) : letterWithQuestion(writing, true)
    case 'consent-copy':
      return letterWithCopy(situation, writing)
    case 'consent-answered':
      return letterWithAnswer(situation, writing)
    case 'consent-to-team':
      return letterAboutConsentToTeam(situation, writing)
  }
}
