import type { Ombudsman } from '../../council/council.ts'
import { procedureIn, said, type Writing } from './facts.ts'
import type { Block } from './letter.ts'

/** The ombudsman of the complaint's procedure; undefined for what follows none. */
export const ombudsmanOf = (writing: Writing): Ombudsman | undefined =>
  writing.council.ombudsmen.find(({ id }) => id === procedureIn(writing)?.ombudsman)

/** Who helps people to complain. */
export function advocates(writing: Writing): readonly Block[] {
  const { council, wording } = writing
  if (!council.advocacy.length) return []
  return [
    { heading: wording.t('letters.advocacy') },
    { paragraph: wording.t('letters.advocacy-lead') },
    {
      list: council.advocacy.map((each) =>
        wording.t('letters.advocate', {
          name: said(writing, each.name),
          helps: said(writing, each.helps),
          phone: each.phone,
        }),
      ),
    },
  ]
}

/** Where to go once the reply has come: the next stage where there is one, then the Ombudsman. */
export function ombudsmanAfter(writing: Writing): readonly Block[] {
  const { complaint, wording } = writing
  const ombudsman = ombudsmanOf(writing)
  if (!ombudsman) return []
  const stages = procedureIn(writing)?.stages ?? []
  const then =
    stages.length === 1 || stages.at(-1)?.id === complaint.stage?.id ? 'ombudsman-one-stage' : 'ombudsman'
  return [
    { heading: wording.t('letters.unhappy') },
    { paragraph: wording.t(`letters.${then}`, { name: said(writing, ombudsman.name) }) },
    howToReach(ombudsman, writing),
  ]
}

/** An ombudsman's name, number and address on the web. */
export const howToReach = ({ name, phone, web }: Ombudsman, writing: Writing): Block => ({
  paragraph: writing.wording.t('letters.ombudsman-contact', { name: said(writing, name), phone, web }),
})
