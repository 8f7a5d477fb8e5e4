import { describe, expect, it } from 'vitest'
import { council, type Council, type Procedure, type Stage } from '../../src/council/council.ts'
import { remarkLine, standards } from '../../src/council/standards.ts'
import { fixtures } from './procedures/all.ts'

/** The council with its services handled by this procedure alone, whose basis they call for. */
function councilWith(procedure: Procedure, law?: Council['services'][number]['law']): Council {
  const [service] = council.services as [Council['services'][number]]
  const [, , , , dataProtection] = council.procedures as Procedure[]
  return {
    ...council,
    procedures: [procedure, dataProtection!],
    services: [
      { ...service, procedure: procedure.id, law },
      { id: 'your-information', name: service.name, procedure: 'data-protection', law: 'data-protection' },
    ],
  }
}

const lawOf: Partial<Record<Procedure['basis'], Council['services'][number]['law']>> = {
  'housing-code': 'landlord',
  'adult-social-care-regulations': 'adult-social-care',
  'childrens-social-care-regulations': 'childrens-social-care',
  'data-protection-act': 'data-protection',
}

/** What is said of one procedure, as "key: the rule". */
const said = (procedure: Procedure, law = lawOf[procedure.basis]) =>
  standards(councilWith(procedure, law)).map(({ path, rule }) => `${path.join('.')}: ${rule}`)

const fixture = (id: string): Procedure => fixtures.find(({ procedure }) => procedure.id === id)!.procedure

/** A procedure with one of its stages changed. */
const withStage = (procedure: Procedure, i: number, change: Partial<Stage>): Procedure => ({
  ...procedure,
  stages: procedure.stages.map((stage, at) => (at === i ? { ...stage, ...change } : stage)),
})

it('says nothing of the council that Heard ships with', () => {
  expect(standards(council).map(remarkLine)).toEqual([])
})

describe('the old procedures, where DOMAIN 1.6 says that they clash with today’s rules', () => {
  const two =
    'The Local Government and Social Care Ombudsman’s Code, section 5, has two stages and no other with a name of its own'
  const ten =
    'The Local Government and Social Care Ombudsman’s Code, 6.3, wants the reply within 10 working days of the acknowledgement'
  const five =
    'The Local Government and Social Care Ombudsman’s Code, 6.2, wants an acknowledgement within 5 working days of receipt'
  const fiveLater =
    'The Local Government and Social Care Ombudsman’s Code, section 6, wants an acknowledgement within 5 working days of the request'
  const twenty =
    'The Local Government and Social Care Ombudsman’s Code, section 6, wants the reply within 20 working days of the acknowledgement'
  const reasons =
    'Councils that follow the Local Government and Social Care Ombudsman’s Code ask for reasons, and do not refuse without them'
  const gate =
    'The Local Government and Social Care Ombudsman’s Code, section 5, lets a request for stage 2 be refused only for a reason among the exclusions, which is explained, with the right to go to the Ombudsman'
  const panel =
    'The 2006 Regulations on children’s representations, regulation 19 and after, want the panel to meet within 30 working days of the request, to report within 5 of meeting, and the council to reply within 15 of the report'

  it.each([
    // The Codes and the regulations themselves, and what is stricter: nothing.
    ['lgsco-code', []],
    ['housing-code', []],
    ['adult-social-care', []],
    ['childrens-social-care', []],
    ['data-protection', []],
    // An informal stage, reasons, gatekeeping; 2 days to acknowledge and 10 from receipt are stricter, and allowed.
    [
      'brighton',
      [
        `procedures.0.stages.0: ${two}`,
        `procedures.0.stages.2.reasons: ${reasons}`,
        `procedures.0.stages.2.canBeRefused: ${gate}`,
      ],
    ],
    // A named early step, 25 days, reasons. Neither page says when stage 2 is acknowledged in 2019.
    [
      'stockton-2019',
      [
        `procedures.0.stages.0: ${two}`,
        `procedures.0.stages.1.respond.within: ${ten}`,
        `procedures.0.stages.2.acknowledge: ${fiveLater}`,
        `procedures.0.stages.2.reasons: ${reasons}`,
      ],
    ],
    [
      'stockton-live',
      [
        `procedures.0.stages.0: ${two}`,
        `procedures.0.stages.1.respond.within: ${ten}`,
        `procedures.0.stages.2.reasons: ${reasons}`,
      ],
    ],
    // 20 to 30 days; a review without a time.
    ...['shropshire-provider', 'shropshire-provider-adults'].map((id): [string, string[]] => [
      id,
      [
        `procedures.0.stages.0.respond.within: ${ten}`,
        `procedures.0.stages.1.acknowledge: ${fiveLater}`,
        `procedures.0.stages.1.respond: ${twenty}`,
      ],
    ]),
    // 30 days, and no time to acknowledge.
    [
      'shropshire-corporate',
      [
        `procedures.0.stages.0.acknowledge: ${five}`,
        `procedures.0.stages.0.respond.within: ${ten}`,
        `procedures.0.stages.1.acknowledge: ${fiveLater}`,
        `procedures.0.stages.1.respond: ${twenty}`,
      ],
    ],
    ['shropshire-childrens', [`procedures.0.stages.2: ${panel}`]],
  ] as [string, string[]][])('%s', (id, expected) => {
    expect(said(fixture(id))).toEqual(expected)
  })
})

describe('what a council is told, and how to mend it', () => {
  const lines = (procedure: Procedure, law = lawOf[procedure.basis]) =>
    standards(councilWith(procedure, law)).map(remarkLine)
  const code = fixture('lgsco-code')
  const housing = fixture('housing-code')
  const adult = fixture('adult-social-care')
  const childrens = fixture('childrens-social-care')

  it('names file, key, what is so, the rule and the mend', () => {
    expect(lines(fixture('brighton'))).toMatchInlineSnapshot(`
      [
        "content/council.json: procedures[0].stages[0] is a stage before stage 1. The Local Government and Social Care Ombudsman’s Code, section 5, has two stages and no other with a name of its own. Take it out: settle what can be settled quickly within stage 1, or record it as a service request.",
        "content/council.json: procedures[0].stages[2].reasons is "required". Councils that follow the Local Government and Social Care Ombudsman’s Code ask for reasons, and do not refuse without them. Write "invited".",
        "content/council.json: procedures[0].stages[2].canBeRefused is true. The Local Government and Social Care Ombudsman’s Code, section 5, lets a request for stage 2 be refused only for a reason among the exclusions, which is explained, with the right to go to the Ombudsman. Take it out, and change who may refuse.",
      ]
    `)
    expect(lines(fixture('stockton-2019'))).toMatchInlineSnapshot(`
      [
        "content/council.json: procedures[0].stages[0] is a stage before stage 1. The Local Government and Social Care Ombudsman’s Code, section 5, has two stages and no other with a name of its own. Take it out: settle what can be settled quickly within stage 1, or record it as a service request.",
        "content/council.json: procedures[0].stages[1].respond.within is 25 working days from receipt. The Local Government and Social Care Ombudsman’s Code, 6.3, wants the reply within 10 working days of the acknowledgement. Write 10 working days from the acknowledgement, and use the extension for what takes longer.",
        "content/council.json: procedures[0].stages[2].acknowledge is null. The Local Government and Social Care Ombudsman’s Code, section 6, wants an acknowledgement within 5 working days of the request. Give it a time of 5 or less.",
        "content/council.json: procedures[0].stages[2].reasons is "required". Councils that follow the Local Government and Social Care Ombudsman’s Code ask for reasons, and do not refuse without them. Write "invited".",
      ]
    `)
  })

  it('is told of an acknowledgement that takes more than 5 working days, in whatever unit', () => {
    const acknowledge = (within: number, unit: 'working-days' | 'calendar-days') =>
      said(withStage(code, 0, { acknowledge: { within, unit, from: 'receipt' } }))
    expect(acknowledge(6, 'working-days')).toHaveLength(1)
    expect(acknowledge(6, 'working-days')[0]).toContain('acknowledge.within: ')
    // From a Sunday, the fifth working day is the fifth day.
    expect(acknowledge(5, 'calendar-days')).toEqual([])
    expect(acknowledge(6, 'calendar-days')).toHaveLength(1)
  })

  it('is told of a reply that the acknowledgement could not put right', () => {
    const respond = (
      within: number,
      from: 'receipt' | 'acknowledgement',
      by: Procedure['acknowledgedBy'] = 'team',
    ) =>
      said({ ...withStage(code, 0, { respond: { within, unit: 'working-days', from } }), acknowledgedBy: by })
    expect(respond(15, 'receipt')).toEqual([])
    expect(respond(16, 'receipt')).toHaveLength(1)
    expect(respond(11, 'acknowledgement')).toHaveLength(1)
    // Where the email acknowledges at once, the ten days begin at once.
    expect(respond(11, 'receipt', 'system')).toHaveLength(1)
    expect(respond(10, 'receipt', 'system')).toEqual([])
  })

  it('is told of extensions that are too long, and of a time limit that is too short', () => {
    expect(said(withStage(code, 0, { extension: { upTo: 11, unit: 'working-days' } }))[0]).toContain(
      '6.4 to 6.5',
    )
    expect(said(withStage(code, 1, { extension: { upTo: 21, unit: 'working-days' } }))).toHaveLength(1)
    for (const procedure of [code, adult, childrens]) {
      expect(said({ ...procedure, timeLimitMonths: 6 }), procedure.id).toHaveLength(1)
      expect(said({ ...procedure, timeLimitMonths: null }), procedure.id).toEqual([])
    }
  })

  it('is told of more than two stages, of one alone, and of stage 2 decided by the same person', () => {
    const [first, second] = code.stages as [Stage, Stage]
    expect(lines({ ...code, stages: [first, second, { ...second, id: 'stage-3' }] })).toMatchInlineSnapshot(`
      [
        "content/council.json: procedures[0].stages has 3 stages. The Local Government and Social Care Ombudsman’s Code, section 5, has two stages and no other with a name of its own. Take out those after the second.",
      ]
    `)
    expect(lines({ ...code, stages: [first] })).toMatchInlineSnapshot(`
      [
        "content/council.json: procedures[0].stages has 1 stage. The Local Government and Social Care Ombudsman’s Code, section 5, has two stages and no other with a name of its own. Add a second, with somebody new.",
      ]
    `)
    expect(lines(withStage(code, 1, { newDecider: false }))).toMatchInlineSnapshot(`
      [
        "content/council.json: procedures[0].stages[1].newDecider is false. The Local Government and Social Care Ombudsman’s Code, section 6, wants somebody else to decide stage 2 than stage 1. Let somebody new decide, say who in decidedBy, and write true.",
      ]
    `)
  })

  it('is told what a landlord must not do, also where the procedure is another', () => {
    const strict = withStage({ ...housing, acknowledgedBy: 'system', definition: undefined }, 1, {
      reasons: 'required',
    })
    expect(lines(strict)).toMatchInlineSnapshot(`
      [
        "content/council.json: procedures[0].stages[1].reasons is "required". The Housing Ombudsman’s Code, section 6, does not let a landlord demand reasons for stage 2. Write "invited".",
        "content/council.json: procedures[0].acknowledgedBy is "system". The Housing Ombudsman’s Code, section 6, wants the acknowledgement to say how the landlord understands the complaint, which an automatic email cannot. Write "team".",
        "content/council.json: procedures[0].definition is missing. The Housing Ombudsman’s Code, section 1, wants its own definition of a complaint in the policy. Copy it from the Code, or write null until someone has.",
      ]
    `)
    expect(said(withStage(code, 1, { reasons: 'required' }), 'landlord')).toContain(
      'procedures.0.stages.1.reasons: The Housing Ombudsman’s Code, section 6, does not let a landlord demand reasons for stage 2',
    )
  })

  it('is told where the clocks are looser than the regulations on adult social care', () => {
    const slow = withStage({ ...adult, acknowledgedBy: 'system', total: undefined }, 0, {
      acknowledge: { within: 4, unit: 'working-days', from: 'receipt' },
      respond: { within: 140, unit: 'working-days', from: 'receipt' },
      openReply: undefined,
    })
    expect(lines(slow)).toMatchInlineSnapshot(`
      [
        "content/council.json: procedures[0].stages[0].acknowledge.within is 4 working days. The 2009 Regulations on adult social care complaints, regulation 13, want an acknowledgement within 3 working days of receipt. Write 3 working days or less.",
        "content/council.json: procedures[0].stages[0].respond.within comes after 6 months. The 2009 Regulations on adult social care complaints want a letter with the reason where there is no reply in 6 months. Write a shorter time, or null and agree a date with each person.",
        "content/council.json: procedures[0].acknowledgedBy is "system". The 2009 Regulations on adult social care complaints, regulation 13, want the person to be offered a talk about how it is handled and how long it will take, which an automatic email cannot. Write "team".",
        "content/council.json: procedures[0].total is missing. The 2009 Regulations on adult social care complaints want a letter with the reason where there is no reply in 6 months. Write 6 months, or less.",
      ]
    `)
    const total = { within: 27, unit: 'calendar-days', from: 'receipt' } as const
    expect(said({ ...adult, total })).toEqual([])
    expect(said({ ...adult, total: { ...total, within: 190 } })).toHaveLength(1)
  })

  it('is told of a try at putting things right that outlasts the next working day, for adult social care', () => {
    const [informal] = fixture('stockton-2019').stages as [Stage]
    expect(said({ ...adult, stages: [informal, ...adult.stages] })[0]).toContain('regulation 8')
    const aDay = withStage({ ...adult, stages: [informal, ...adult.stages] }, 0, {
      respond: { within: 1, unit: 'working-days', from: 'receipt' },
    })
    expect(said(aDay)).toEqual([])
  })

  it('is told where the clocks are looser than the regulations on children’s social care', () => {
    const [informal] = fixture('stockton-2019').stages as [Stage]
    const [first, second, third] = childrens.stages as [Stage, Stage, Stage]
    const slow: Procedure = {
      ...childrens,
      stages: [
        informal,
        { ...first, respond: { within: 11, unit: 'working-days', from: 'receipt' } },
        { ...second, extension: { upTo: 41, unit: 'working-days' } },
        {
          ...third,
          steps: third.steps!.map((step) => ({
            ...step,
            clock: { ...step.clock!, within: step.clock!.within + 1 },
          })),
          respond: { within: 16, unit: 'working-days', from: 'last-step' },
        },
      ],
    }
    expect(lines(slow)).toMatchInlineSnapshot(`
      [
        "content/council.json: procedures[0].stages[0] is a stage before stage 1. The 2006 Regulations on children’s representations begin with stage 1, whose clock runs from the day the complaint comes. Take it out, and settle what can be settled quickly within stage 1.",
        "content/council.json: procedures[0].stages[1].respond.within is 11 working days from receipt. The 2006 Regulations on children’s representations want the reply within 10 working days, and within 20 where it cannot be sooner. Write 10 working days from receipt.",
        "content/council.json: procedures[0].stages[2].extension.upTo is 41. The 2006 Regulations on children’s representations want the reply within 25 working days, and within 65 where it cannot be sooner. Write 40 working days or less.",
        "content/council.json: procedures[0].stages[3].steps[0].clock is longer. The 2006 Regulations on children’s representations, regulation 19 and after, want the panel to meet within 30 working days of the request, to report within 5 of meeting, and the council to reply within 15 of the report. Write these three as the stage’s steps and its reply.",
        "content/council.json: procedures[0].stages[3].steps[1].clock is longer. The 2006 Regulations on children’s representations, regulation 19 and after, want the panel to meet within 30 working days of the request, to report within 5 of meeting, and the council to reply within 15 of the report. Write these three as the stage’s steps and its reply.",
        "content/council.json: procedures[0].stages[3].respond is longer. The 2006 Regulations on children’s representations, regulation 19 and after, want the panel to meet within 30 working days of the request, to report within 5 of meeting, and the council to reply within 15 of the report. Write these three as the stage’s steps and its reply.",
      ]
    `)
    expect(lines({ ...childrens, stages: [first, second] })).toMatchInlineSnapshot(`
      [
        "content/council.json: procedures[0].stages has 2 stages. The 2006 Regulations on children’s representations have three: local resolution, investigation, review panel. Write three stages.",
      ]
    `)
    expect(said(withStage(childrens, 1, { respond: null, extension: undefined }))).toHaveLength(1)
  })

  it('is told of 30 days counted from the day after, and of 30 working days', () => {
    const acknowledge = (within: number, unit: 'working-days' | 'calendar-days') =>
      said(withStage(fixture('data-protection'), 0, { acknowledge: { within, unit, from: 'receipt' } }))
    expect(acknowledge(30, 'calendar-days')).toHaveLength(1)
    expect(acknowledge(29, 'calendar-days')).toEqual([])
    expect(acknowledge(30, 'working-days')).toHaveLength(1)
    expect(acknowledge(10, 'working-days')).toEqual([])
  })
})

describe('what the services and the ombudsmen are held to', () => {
  const lines = (change: Partial<Council>) => standards({ ...council, ...change }).map(remarkLine)
  const service = (id: string, change: Partial<Council['services'][number]>) => ({
    services: council.services.map((each) => (each.id === id ? { ...each, ...change } : each)),
  })

  it('is told of a service whose law wants another procedure, and of one that has another’s', () => {
    expect(lines(service('adult-social-care', { procedure: 'corporate' }))).toMatchInlineSnapshot(`
      [
        "content/council.json: services[12].procedure is "corporate", whose basis is lgsco-code. The 2009 Regulations decide how complaints about adult social care are handled, and not the Ombudsman’s Code. Choose a procedure whose basis is adult-social-care-regulations, or add one.",
      ]
    `)
    expect(lines(service('council-homes', { procedure: 'corporate' }))).toMatchInlineSnapshot(`
      [
        "content/council.json: services[6].procedure is "corporate", whose basis is lgsco-code. The Housing Ombudsman’s Code has been law for council landlords since 1 April 2024. Choose a procedure whose basis is housing-code, or add one.",
        "content/council.json: procedures[0].acknowledgedBy is "system". The Housing Ombudsman’s Code, section 6, wants the acknowledgement to say how the landlord understands the complaint, which an automatic email cannot. Write "team".",
        "content/council.json: procedures[0].definition is missing. The Housing Ombudsman’s Code, section 1, wants its own definition of a complaint in the policy. Copy it from the Code, or write null until someone has.",
      ]
    `)
    expect(lines(service('bins', { procedure: 'childrens-social-care' }))).toMatchInlineSnapshot(`
      [
        "content/council.json: services[0].procedure is "childrens-social-care", whose basis is childrens-social-care-regulations, but the service has no law. The 2006 Regulations decide how complaints about children’s social care are handled, and not the Ombudsman’s Code. Add "law": "childrens-social-care" to the service, or choose another procedure.",
      ]
    `)
  })

  it('is told that no service takes complaints about personal information', () => {
    const services = council.services.filter(({ id }) => id !== 'your-information')
    expect(lines({ services })).toMatchInlineSnapshot(`
      [
        "content/council.json: services has no service with "law": "data-protection". The law since 19 June 2026 makes every organisation offer an easy way to complain about personal information. Add one, with a procedure whose basis is data-protection-act.",
      ]
    `)
  })

  it('is told of an ombudsman that is missing, or at the wrong end', () => {
    const without = (id: string) => ({ ombudsmen: council.ombudsmen.filter((each) => each.id !== id) })
    expect(lines(without('housing-ombudsman'))).toMatchInlineSnapshot(`
      [
        "content/council.json: ombudsmen lacks "housing-ombudsman". Complaints about a council as a landlord go on to the Housing Ombudsman, and not to the Local Government and Social Care Ombudsman. Add it, with where its facts were read and when.",
      ]
    `)
    expect(lines(without('ico'))).toHaveLength(1)
    expect(lines(without('lgsco'))).toHaveLength(1)
    const procedures = council.procedures.map((each) =>
      each.id === 'housing' ? { ...each, ombudsman: 'lgsco' } : each,
    )
    expect(lines({ procedures })).toMatchInlineSnapshot(`
      [
        "content/council.json: procedures[1].ombudsman is "lgsco". Complaints about a council as a landlord go on to the Housing Ombudsman, and not to the Local Government and Social Care Ombudsman. Write "housing-ombudsman".",
      ]
    `)
  })
})
