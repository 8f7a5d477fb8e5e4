import type { Path } from '../contradictions.ts'
import type { Procedure, Stage } from '../council.ts'
import { lastDay } from '../deadlines.ts'
import type { Remark } from '../standards.ts'
import { acknowledgement } from './acknowledgement.ts'
import { datesFrom, everLater, isLonger, workingDays } from './later.ts'

/** What the two Codes say in the same way, and where each says it (DOMAIN 2.4 and 2.6). */
const codes = {
  lgsco: {
    name: 'The Local Government and Social Care Ombudsman’s Code',
    stages: 'section 5',
    acknowledge: '6.2',
    respond: '6.3',
    extension: '6.4 to 6.5',
    later: 'section 6',
  },
  housing: {
    name: 'The Housing Ombudsman’s Code',
    stages: 'section 5',
    acknowledge: 'section 6',
    respond: 'section 6',
    extension: 'section 6',
    later: 'section 6',
  },
}
type Code = (typeof codes)['lgsco']

/**
 * Holds a procedure to the Ombudsman's Code, or to the Housing Ombudsman's where it is for tenants: two stages,
 * 5 and 10 working days with up to 10 more, then 5 and 20 with up to 20 more; somebody new at stage 2, whom
 * nobody has to give reasons.
 */
export function codeStages(procedure: Procedure, path: Path, forTenants: boolean): Remark[] {
  const housing = forTenants || procedure.basis === 'housing-code'
  const code = housing ? codes.housing : codes.lgsco
  const stages = procedure.stages.map((stage, i) => ({ stage, at: [...path, 'stages', i] }))
  const [first, second] = stages.filter(({ stage }) => !stage.informal)
  return [
    ...count(procedure, path, code),
    ...(first ? clocks(first.stage, first.at, code, 10, procedure.acknowledgedBy === 'system') : []),
    ...(second ? clocks(second.stage, second.at, later(code), 20, false) : []),
    ...(second ? lookAgain(second.stage, second.at, code, housing) : []),
    ...timeLimit(procedure, path, code),
    ...(housing ? landlord(procedure, path, code) : []),
  ]
}

/** The paragraphs that are known are those of stage 1. */
const later = (code: Code): Code => ({
  ...code,
  acknowledge: code.later,
  respond: code.later,
  extension: code.later,
})

function count({ stages }: Procedure, path: Path, code: Code): Remark[] {
  const rule = `${code.name}, ${code.stages}, has two stages and no other with a name of its own`
  const formal = stages.filter(({ informal }) => !informal)
  return [
    ...stages.flatMap(({ informal }, i) =>
      informal
        ? [
            {
              path: [...path, 'stages', i],
              what: 'is a stage before stage 1',
              rule,
              mend: 'Take it out: settle what can be settled quickly within stage 1, or record it as a service request.',
            },
          ]
        : [],
    ),
    ...(formal.length === 2
      ? []
      : [
          {
            path: [...path, 'stages'],
            what: `has ${formal.length} stage${formal.length === 1 ? '' : 's'}`,
            rule,
            mend: formal.length > 2 ? 'Take out those after the second.' : 'Add a second, with somebody new.',
          },
        ]),
  ]
}

function clocks(stage: Stage, path: Path, code: Code, days: number, atOnce: boolean): Remark[] {
  const rule = `${code.name}, ${code.respond}, wants the reply within ${days} working days of the acknowledgement`
  const five = workingDays(5)
  const remarks = acknowledgement(stage, path, five, `${code.name}, ${code.acknowledge}, wants`)
  if (!stage.respond) {
    remarks.push({
      path: [...path, 'respond'],
      what: 'is null',
      rule,
      mend: `Give it a time of ${days} working days or less from the acknowledgement.`,
    })
  } else if (replyIsLate(stage, days, atOnce)) {
    const { within, unit, from } = stage.respond
    remarks.push({
      path: [...path, 'respond', 'within'],
      what: `is ${within} ${unit.replace('-', ' ')} from ${from.replace('-', ' ')}`,
      rule,
      mend: `Write ${days} working days from the acknowledgement, and use the extension for what takes longer.`,
    })
  }
  const { extension } = stage
  if (extension && isLonger({ within: extension.upTo, unit: extension.unit }, workingDays(days))) {
    remarks.push({
      path: [...path, 'extension', 'upTo'],
      what: `is ${extension.upTo} ${extension.unit.replace('-', ' ')}`,
      rule: `${code.name}, ${code.extension}, allows ${days} more working days, with the reason, the new date and the Ombudsman’s details`,
      mend: `Write ${days} or less.`,
    })
  }
  return remarks
}

/** Later than the Code's days after the acknowledgement, itself in its own time or the Code's five days. */
function replyIsLate(stage: Stage, days: number, atOnce: boolean): boolean {
  if (stage.respond?.from === 'acknowledgement') return isLonger(stage.respond, workingDays(days))
  return everLater(
    (start) => datesFrom(stage, start).respondByLatest,
    (start) => {
      const five = lastDay(start, workingDays(5))
      const own = datesFrom(stage, start).acknowledgeBy ?? five
      return lastDay(atOnce ? start : own < five ? own : five, workingDays(days))
    },
  )
}

function lookAgain(stage: Stage, path: Path, code: Code, housing: boolean): Remark[] {
  const remarks: Remark[] = []
  if (stage.reasons === 'required') {
    remarks.push({
      path: [...path, 'reasons'],
      what: 'is "required"',
      rule: housing
        ? `${code.name}, ${code.later}, does not let a landlord demand reasons for stage 2`
        : `Councils that follow ${code.name.replace('The', 'the')} ask for reasons, and do not refuse without them`,
      mend: 'Write "invited".',
    })
  }
  if (stage.newDecider === false) {
    remarks.push({
      path: [...path, 'newDecider'],
      what: 'is false',
      rule: `${code.name}, ${code.later}, wants somebody else to decide stage 2 than stage 1`,
      mend: 'Let somebody new decide, say who in decidedBy, and write true.',
    })
  }
  if (stage.canBeRefused) {
    remarks.push({
      path: [...path, 'canBeRefused'],
      what: 'is true',
      rule: `${code.name}, ${code.stages}, lets a request for stage 2 be refused only for a reason among the exclusions, which is explained, with the right to go to the Ombudsman`,
      mend: 'Take it out, and change who may refuse.',
    })
  }
  return remarks
}

function timeLimit({ timeLimitMonths }: Procedure, path: Path, code: Code): Remark[] {
  if (timeLimitMonths === null || timeLimitMonths >= 12) return []
  return [
    {
      path: [...path, 'timeLimitMonths'],
      what: `is ${timeLimitMonths}`,
      rule: `${code.name}, section 2, gives people 12 months`,
      mend: 'Write 12, or more.',
    },
  ]
}

function landlord({ acknowledgedBy, definition }: Procedure, path: Path, code: Code): Remark[] {
  return [
    ...(acknowledgedBy === 'system'
      ? [
          {
            path: [...path, 'acknowledgedBy'],
            what: 'is "system"',
            rule: `${code.name}, section 6, wants the acknowledgement to say how the landlord understands the complaint, which an automatic email cannot`,
            mend: 'Write "team".',
          },
        ]
      : []),
    ...(definition === undefined
      ? [
          {
            path: [...path, 'definition'],
            what: 'is missing',
            rule: `${code.name}, section 1, wants its own definition of a complaint in the policy`,
            mend: 'Copy it from the Code, or write null until someone has.',
          },
        ]
      : []),
  ]
}
