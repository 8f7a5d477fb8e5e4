import { consentLinks } from '../../consent/links.ts'
import type { Situation } from '../../consent/situation.ts'
import { written } from '../facts.ts'
import type { Block, Letter } from '../letter.ts'
import type { ConsentWriting } from './about.ts'
import { whatWasSaid } from './what-was-said.ts'

/** Tells the team what came and what is theirs to do. The subject names nobody. */
export function letterAboutConsentToTeam(situation: Situation, writing: ConsentWriting): Letter {
  const { complaint, consent, wording } = writing
  const { t } = wording
  const { reference } = complaint
  const alone = consent.go_on_alone ?? 'unsaid'
  const sentences = [
    t(`consent-letters.team.do.${situation}`),
    ...(situation === 'withdrawn' ? [t(`consent-letters.team.alone.${alone}`)] : []),
    ...(situation === 'withdrawn' && consent.replied_on
      ? [t('consent-letters.team.replied', { day: written(writing, consent.replied_on) })]
      : []),
    ...(situation !== 'asked' && !consent.representative.email
      ? [t('consent-letters.team.tell-representative')]
      : []),
    ...(consent.answer && !consent.affected.email ? [t('consent-letters.team.tell-person')] : []),
  ]
  return {
    subject: t(`consent-letters.team.subject.${situation}`, { reference }),
    blocks: [
      ...sentences.map((paragraph) => ({ paragraph })),
      { facts: factsOf(situation, writing) },
      ...(consent.reach
        ? [
            {
              exchanges: [
                {
                  id: 'consent-reach',
                  question: t('consent-letters.team.reach'),
                  answer: [consent.reach],
                },
              ],
            } satisfies Block,
          ]
        : []),
    ],
  }
}

function factsOf(situation: Situation, writing: ConsentWriting) {
  const { complaint, consent, wording } = writing
  const { t } = wording
  const facts: readonly (readonly [string, string])[] = [
    [t('letters.reference-label'), complaint.reference],
    [t('letters.service'), wording.serviceName(complaint.service)],
    [t('consent-letters.team.who'), consent.representative.name ?? ''],
    [t('consent-letters.team.person'), consent.affected.name ?? ''],
    ...whatWasSaid(consent, writing, {
      answer: t('consent-letters.team.answer'),
      may: t('consent-letters.team.may'),
      name: t('consent-letters.team.name'),
      helper: t('consent-letters.team.helper'),
      day: t('consent-letters.team.day'),
      back: t('consent-letters.team.back'),
    }),
    [
      t('consent-letters.team.how'),
      consent.answered_by ? t(`consent-letters.team.by.${consent.answered_by}`) : '',
    ],
    [
      t('consent-letters.team.letter'),
      situation === 'asked' && consent.key ? consentLinks(consent.key, writing).letter : '',
    ],
  ]
  return facts.filter(([, said]) => said)
}
