import type { Acting } from '../authority/acting.ts'
import { ruleCalled } from '../authority/rule-for.ts'
import type { Rule } from '../authority/rules.ts'
import { consentLinks } from '../consent/links.ts'
import type { Writing } from './facts.ts'
import type { Block } from './letter.ts'

/**
 * What becomes of the right to act, for who wrote: what is needed of them, how the person is asked, and that nothing
 * private goes out before. It says "they" of the person, and nothing that the writer did not write.
 */
export function whileActing({ complaint, wording, keys, site }: Writing): readonly Block[] {
  const { acting } = complaint
  const rule = ruleCalled(acting?.rule ?? '')
  if (!acting || !rule) return []
  const { t } = wording
  if (rule.inOwnRight)
    return [{ heading: t('authority.in-own-right') }, { paragraph: t(`authority.rule.${rule.id}`) }]
  const key = complaint.keys.find(({ purpose, role }) => purpose === 'consent' && role === 'affected')
  const asked = howAsked(acting, rule)
  return [
    { heading: t('authority.title') },
    { paragraph: t('authority.until') },
    { paragraph: t(`authority.rule.${rule.id}`) },
    ...(asked ? [{ paragraph: t(`authority.asked.${asked}`) }] : []),
    ...(asked === 'through-me' && key
      ? [
          {
            facts: [[t('authority.letter'), consentLinks(key.id, { keys, site }).letter]] as const,
          },
        ]
      : []),
    { paragraph: t('authority.more', { link: `${site}/acting-for-someone/` }) },
  ]
}

/** Who acts for whom, by what right, and what the team is to check. */
export function actingForTeam({ complaint, wording }: Writing): readonly Block[] {
  const { acting } = complaint
  const rule = ruleCalled(acting?.rule ?? '')
  if (!acting || !rule) return []
  const { t } = wording
  const { representative, affected } = acting
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [t('authority.team.representative'), representative.name],
    [t('authority.team.relationship'), t(`questions.relationship.options.${representative.relationship}`)],
    [t('authority.team.organisation'), representative.organisation],
    [t('authority.team.own-reference'), representative.own_reference],
    [t('authority.team.person'), affected?.name],
    [t('authority.team.person-needs'), affected?.adjustments_details],
  ]
  const asked =
    howAsked(acting, rule) ?? (acting.state === 'awaiting-evidence' && rule.asksPerson ? 'not-yet' : null)
  return [
    { heading: t('authority.team.title') },
    { facts: facts.flatMap(([name, value]) => (value ? [[name, value] as const] : [])) },
    { paragraph: t(`authority.team.settled-by.${rule.settledBy}`) },
    ...(asked ? [{ paragraph: t(`authority.team.asked.${asked}`) }] : []),
    ...(rule.inOwnRight ? [] : [{ paragraph: t('authority.team.until') }]),
    ...(rule.evidence.length
      ? [
          { heading: t('authority.team.check') },
          { list: rule.evidence.map((each) => t(`authority.evidence.${each}`)) },
        ]
      : []),
  ]
}

/** How the person is being asked, or that nobody does before talking to who wrote; null where neither is so (any more). */
function howAsked({ state, ask_route }: Acting, { asksPerson }: Rule): string | null {
  const waits = state === 'asked' || (state === 'awaiting-evidence' && ask_route === 'talk-first')
  return asksPerson && waits ? (ask_route ?? null) : null
}
