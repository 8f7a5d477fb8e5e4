import { consentLinks } from '../../consent/links.ts'
import { written } from '../facts.ts'
import type { Block, Letter } from '../letter.ts'
import type { ConsentWriting } from './about.ts'
import { closing, greeting } from './closing.ts'

/**
 * Asks the person: who wants to complain for them and about which service, and no more. `again` for a reminder.
 *
 * It gives no word of the complaint, since the address came from somebody else and may be anybody's.
 */
export function letterWithQuestion(writing: ConsentWriting, again: boolean): Letter {
  const { complaint, consent, council, wording } = writing
  const { t } = wording
  const { reference, service } = complaint
  const who = consent.representative.name ?? ''
  const subject = again ? 'subject-again' : 'subject'
  const { phone } = council.contacts.complaints
  return {
    subject: t(`consent-letters.question.${subject}`, { reference }),
    blocks: [
      ...greeting(consent.affected.name, writing),
      { paragraph: t('consent-letters.question.lead', { who, service: wording.serviceName(service) }) },
      ...(again && consent.asked_on
        ? [{ paragraph: t('consent-letters.question.again', { asked: written(writing, consent.asked_on) }) }]
        : []),
      { paragraph: t('consent-letters.question.choose') },
      { paragraph: t('consent-letters.question.meanwhile') },
      { paragraph: t('consent-letters.question.no-harm') },
      { heading: t('consent-letters.question.how') },
      ...waysIn(writing),
      ...(consent.answer_by
        ? [{ paragraph: t('consent-letters.question.by', { day: written(writing, consent.answer_by) }) }]
        : []),
      { heading: t('consent-letters.question.talk') },
      { paragraph: t('consent-letters.question.ring', { phone }) },
      { paragraph: t('consent-letters.question.pressed') },
      ...closing(writing),
    ],
  }
}

/** The link, and the reference with its code. */
function waysIn(writing: ConsentWriting): readonly Block[] {
  const { complaint, consent, wording, site } = writing
  const { t } = wording
  if (!consent.key) return []
  const { open, code } = consentLinks(consent.key, writing)
  return [
    { paragraph: t('consent-letters.question.link') },
    { facts: [[t('letters.follow-link'), open]] },
    { paragraph: t('consent-letters.question.code', { address: `${site}/consent/` }) },
    {
      facts: [
        [t('letters.reference-label'), complaint.reference],
        [t('letters.follow-code'), code],
      ],
    },
  ]
}

/** Reminds the representative that a letter of ours waits to be passed on. */
export function letterToPassOn(writing: ConsentWriting): Letter {
  const { complaint, consent, wording } = writing
  const { t } = wording
  const { reference } = complaint
  const affected = consent.affected.name ?? ''
  return {
    subject: t('consent-letters.pass-on.subject', { reference }),
    blocks: [
      ...greeting(consent.representative.name, writing),
      { paragraph: t('consent-letters.pass-on.lead', { affected }) },
      ...(consent.key
        ? [
            { paragraph: t('consent-letters.pass-on.print') },
            {
              facts: [
                [t('letters.reference-label'), reference],
                [t('letters.follow-link'), consentLinks(consent.key, writing).letter],
              ] as const,
            },
          ]
        : []),
      ...(consent.answer_by
        ? [{ paragraph: t('consent-letters.pass-on.by', { day: written(writing, consent.answer_by) }) }]
        : []),
      { paragraph: t('consent-letters.pass-on.meanwhile') },
      ...closing(writing),
    ],
  }
}
