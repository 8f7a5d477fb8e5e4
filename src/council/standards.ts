import type { Path } from './contradictions.ts'
import type { Council } from './council.ts'
import { place } from './explain.ts'
import { adultSocialCare } from './standards/adult-social-care.ts'
import { childrensSocialCare } from './standards/childrens-social-care.ts'
import { codeStages } from './standards/code-stages.ts'
import { dataProtection } from './standards/data-protection.ts'
import { routes } from './standards/routes.ts'

/** Where the council's data is outside a Code or a regulation. None stops a build: a Code says "comply or explain". */
export interface Remark {
  readonly path: Path
  /** What is so there, as the end of a sentence that begins with the key. */
  readonly what: string
  /** The rule, named, and what it says: a sentence without its full stop. */
  readonly rule: string
  /** What to write instead, in whole sentences. */
  readonly mend: string
}

/** Everything in council.json that one of the Codes or regulations would have otherwise (DOMAIN 1.6, 2.4, 2.6, 3, 4, 6). */
export function standards(council: Council): Remark[] {
  return [
    ...routes(council),
    ...council.procedures.flatMap((procedure, i) => {
      const path = ['procedures', i]
      switch (procedure.basis) {
        case 'adult-social-care-regulations':
          return adultSocialCare(procedure, path)
        case 'childrens-social-care-regulations':
          return childrensSocialCare(procedure, path)
        case 'data-protection-act':
          return dataProtection(procedure, path)
        default:
          // A council's own procedure is held to the Ombudsman's Code, which is the yardstick for all the rest.
          return codeStages(procedure, path, isForTenants(council, procedure.id))
      }
    }),
  ]
}

/** A remark as a line for the person who edits the file. */
export const remarkLine = ({ path, what, rule, mend }: Remark): string =>
  `content/council.json: ${place(path)} ${what}. ${rule}. ${mend}`

const isForTenants = ({ services }: Council, procedure: string): boolean =>
  services.some((service) => service.law === 'landlord' && service.procedure === procedure)
