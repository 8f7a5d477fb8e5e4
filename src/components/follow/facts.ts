import { textIn, type Council } from '../../council/council.ts'
import type { Wording } from '../../form/wording.ts'

/** What the pages of a complaint say of the council. */
export interface FollowFacts {
  readonly council: Council
  readonly phone: string
  readonly textRelay: string
  readonly email: string
  /** Where the other ways to get in touch are told. */
  readonly contactPage: string
  /** The names of a stage and of who decides it; null where council.json has no such stage. */
  stage(procedure: string | null, id: string): { readonly name: string; readonly decider: string } | null
  ombudsman(
    procedure: string | null,
  ): { readonly name: string; readonly phone: string; readonly web: string } | null
}

export function followFacts(council: Council, { language }: Wording, root: string): FollowFacts {
  const { phone, textRelay, email } = council.contacts.complaints
  const procedureOf = (id: string | null) => council.procedures.find((each) => each.id === id)
  return {
    council,
    ...{ phone, textRelay, email },
    contactPage: `${root}contact/`,
    stage(procedure, id) {
      const stage = procedureOf(procedure)?.stages.find((each) => each.id === id)
      return stage ? { name: textIn(stage.name, language), decider: textIn(stage.decidedBy, language) } : null
    },
    ombudsman(procedure) {
      const found = council.ombudsmen.find(({ id }) => id === procedureOf(procedure)?.ombudsman)
      return found ? { name: textIn(found.name, language), phone: found.phone, web: found.web } : null
    },
  }
}
