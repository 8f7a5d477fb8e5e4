import { consentLinks } from '../../consent/links.ts'
import type { Situation } from '../../consent/situation.ts'
import type { Letter } from '../letter.ts'
import type { ConsentWriting } from './about.ts'
import { closing, greeting } from './closing.ts'
import { whatWasSaid } from './what-was-said.ts'

/** The person's copy of what they said, with the way to take a yes back. Null before there is an answer. */
export function letterWithCopy(situation: Situation, writing: ConsentWriting): Letter | null {
  if (situation === 'asked' || situation === 'expired' || situation === 'over') return null
  const { complaint, consent, council, wording } = writing
  const { t } = wording
  const { reference } = complaint
  const { phone } = council.contacts.complaints
  const alone = consent.go_on_alone ?? 'unsaid'
  const who = consent.representative.name ?? ''
  const labels = {
    answer: t('questions.consent-answer.short'),
    may: t('questions.consent-may.short'),
    name: t('questions.consent-name.short'),
    helper: t('questions.consent-helper.short'),
    day: t('consent.copy.day'),
    back: t('consent.copy.back'),
  }
  const stands = situation === 'claimed' || situation === 'confirmed'
  return {
    subject: t('consent-letters.copy.subject', { reference }),
    blocks: [
      ...greeting(consent.affected.name, writing),
      { paragraph: t(`consent-letters.copy.lead.${situation}`, { who }) },
      ...(situation === 'withdrawn'
        ? [{ paragraph: t(`consent-letters.copy.alone.${alone}`, { phone }) }]
        : []),
      { paragraph: t('consent-letters.copy.not-you', { phone }) },
      { heading: t('consent-letters.copy.told') },
      {
        facts: [
          [t('letters.reference-label'), reference],
          [t('letters.service'), wording.serviceName(complaint.service)],
          [t('consent.copy.who'), who],
          ...whatWasSaid(consent, writing, labels),
        ],
      },
      ...(stands && consent.key ? wayBack(consent.key, writing) : []),
      ...closing(writing),
    ],
  }
}

function wayBack(key: string, writing: ConsentWriting) {
  const { t } = writing.wording
  const { open, code } = consentLinks(key, writing)
  return [
    { heading: t('consent-letters.copy.back') },
    { paragraph: t('consent-letters.copy.back-how') },
    {
      facts: [
        [t('letters.follow-link'), open],
        [t('letters.follow-code'), code],
      ] as const,
    },
  ]
}
