import type { Council, Procedure, Service } from '../council.ts'
import type { Remark } from '../standards.ts'

type Law = NonNullable<Service['law']>

/** The basis that each kind of service must have, and the rule that says so. */
const lawOf: Readonly<Record<Law, { basis: Procedure['basis']; rule: string }>> = {
  'adult-social-care': {
    basis: 'adult-social-care-regulations',
    rule: 'The 2009 Regulations decide how complaints about adult social care are handled, and not the Ombudsman’s Code',
  },
  'childrens-social-care': {
    basis: 'childrens-social-care-regulations',
    rule: 'The 2006 Regulations decide how complaints about children’s social care are handled, and not the Ombudsman’s Code',
  },
  landlord: {
    basis: 'housing-code',
    rule: 'The Housing Ombudsman’s Code has been law for council landlords since 1 April 2024',
  },
  'data-protection': {
    basis: 'data-protection-act',
    rule: 'The law since 19 June 2026 gives complaints about personal information a clock of their own',
  },
}

/** Who can look at a complaint afterwards, by the basis of its procedure. */
const ombudsmanOf: Readonly<Record<Procedure['basis'], string>> = {
  'lgsco-code': 'lgsco',
  council: 'lgsco',
  'adult-social-care-regulations': 'lgsco',
  'childrens-social-care-regulations': 'lgsco',
  'housing-code': 'housing-ombudsman',
  'data-protection-act': 'ico',
}

/** Services that choose the wrong procedure, routes that are not there, and procedures that end at the wrong door. */
export function routes(council: Council): Remark[] {
  return [...services(council), ...dataProtectionRoute(council), ...ombudsmen(council)]
}

function services({ services, procedures }: Council): Remark[] {
  return services.flatMap(({ law, procedure: id }, i): Remark[] => {
    const basis = procedures.find((procedure) => procedure.id === id)?.basis
    const path = ['services', i, 'procedure']
    if (law && basis !== lawOf[law].basis) {
      return [
        {
          path,
          what: `is "${id}", whose basis is ${basis}`,
          rule: lawOf[law].rule,
          mend: `Choose a procedure whose basis is ${lawOf[law].basis}, or add one.`,
        },
      ]
    }
    const [strange] = Object.entries(lawOf).filter(([, { basis: lawful }]) => lawful === basis)
    if (law || !strange) return []
    return [
      {
        path,
        what: `is "${id}", whose basis is ${basis}, but the service has no law`,
        rule: strange[1].rule,
        mend: `Add "law": "${strange[0]}" to the service, or choose another procedure.`,
      },
    ]
  })
}

function dataProtectionRoute({ services }: Council): Remark[] {
  if (services.some(({ law }) => law === 'data-protection')) return []
  return [
    {
      path: ['services'],
      what: 'has no service with "law": "data-protection"',
      rule: 'The law since 19 June 2026 makes every organisation offer an easy way to complain about personal information',
      mend: 'Add one, with a procedure whose basis is data-protection-act.',
    },
  ]
}

function ombudsmen({ ombudsmen, procedures }: Council): Remark[] {
  const wanted = new Set(['lgsco', ...procedures.map(({ basis }) => ombudsmanOf[basis])])
  const rule = (id: string) =>
    id === 'ico'
      ? 'Complaints about personal information go on to the Information Commissioner'
      : id === 'lgsco'
        ? 'The Local Government and Social Care Ombudsman’s Code, section 3, wants people told about the Ombudsman throughout'
        : 'Complaints about a council as a landlord go on to the Housing Ombudsman, and not to the Local Government and Social Care Ombudsman'
  return [
    ...[...wanted]
      .filter((id) => !ombudsmen.some((known) => known.id === id))
      .map((id) => ({
        path: ['ombudsmen'],
        what: `lacks "${id}"`,
        rule: rule(id),
        mend: 'Add it, with where its facts were read and when.',
      })),
    ...procedures.flatMap(({ basis, ombudsman }, i) =>
      ombudsman === ombudsmanOf[basis]
        ? []
        : [
            {
              path: ['procedures', i, 'ombudsman'],
              what: `is "${ombudsman}"`,
              rule: rule(ombudsmanOf[basis]),
              mend: `Write "${ombudsmanOf[basis]}".`,
            },
          ],
    ),
  ]
}
