import type { Path } from '../contradictions.ts'
import type { Procedure, Stage } from '../council.ts'
import { lastDay } from '../deadlines.ts'
import type { Remark } from '../standards.ts'
import { startOf } from './acknowledgement.ts'
import { datesFrom, everLater, workingDays } from './later.ts'

const regulations = 'The 2006 Regulations on children’s representations'

/** The longest times of the two first stages, in working days from the day they begin, and with the extension. */
const replies = [
  { within: 10, most: 20 },
  { within: 25, most: 65 },
]

/** The panel's meeting from the request, its report from the meeting, the reply from the report (regulation 19 and after). */
const panel = { meeting: 30, report: 5, reply: 15 }

/**
 * Holds a procedure to the 2006 Regulations (SI 2006/1738; DOMAIN 4): three stages, 10 to 20, 25 to 65 working
 * days, then a panel within 30, its report within 5 and the reply within 15 more.
 */
export function childrensSocialCare({ stages, timeLimitMonths }: Procedure, path: Path): Remark[] {
  const named = stages.map((stage, i) => ({ stage, at: [...path, 'stages', i] }))
  const formal = named.filter(({ stage }) => !stage.informal)
  const third = formal[2]
  const remarks: Remark[] = [
    ...named.flatMap(({ stage, at }) =>
      stage.informal
        ? [
            {
              path: at,
              what: 'is a stage before stage 1',
              rule: `${regulations} begin with stage 1, whose clock runs from the day the complaint comes`,
              mend: 'Take it out, and settle what can be settled quickly within stage 1.',
            },
          ]
        : [],
    ),
    ...(formal.length === 3
      ? []
      : [
          {
            path: [...path, 'stages'],
            what: `has ${formal.length} stage${formal.length === 1 ? '' : 's'}`,
            rule: `${regulations} have three: local resolution, investigation, review panel`,
            mend: 'Write three stages.',
          },
        ]),
    ...replies.flatMap((limits, i) => {
      const found = formal[i]
      return found ? reply(found.stage, found.at, limits) : []
    }),
    ...(third ? panelStage(third.stage, third.at) : []),
  ]
  if (timeLimitMonths !== null && timeLimitMonths < 12) {
    remarks.push({
      path: [...path, 'timeLimitMonths'],
      what: `is ${timeLimitMonths}`,
      rule: `${regulations}, regulation 9, give people a year`,
      mend: 'Write 12, or more.',
    })
  }
  return remarks
}

function reply(stage: Stage, path: Path, { within, most }: (typeof replies)[number]): Remark[] {
  const rule = `${regulations} want the reply within ${within} working days, and within ${most} where it cannot be sooner`
  if (!stage.respond) {
    const mend = `Write ${within} working days.`
    return [{ path: [...path, 'respond'], what: 'is null', rule, mend }]
  }
  const after = (days: number) => (start: string) => lastDay(start, workingDays(days))
  const late = everLater((start) => datesFrom(stage, start).respondByLatest, after(within))
  const tooLate = everLater((start) => datesFrom(stage, start).extendedTo, after(most))
  return [
    ...(late
      ? [
          {
            path: [...path, 'respond', 'within'],
            what: `is ${stage.respond.within} ${stage.respond.unit.replace('-', ' ')} from ${stage.respond.from}`,
            rule,
            mend: `Write ${within} working days from ${startOf(stage)}.`,
          },
        ]
      : []),
    ...(tooLate && !late
      ? [
          {
            path: [...path, 'extension', 'upTo'],
            what: `is ${stage.extension?.upTo}`,
            rule,
            mend: `Write ${most - within} working days or less.`,
          },
        ]
      : []),
  ]
}

function panelStage(stage: Stage, path: Path): Remark[] {
  const rule = `${regulations}, regulation 19 and after, want the panel to meet within ${panel.meeting} working days of the request, to report within ${panel.report} of meeting, and the council to reply within ${panel.reply} of the report`
  const mend = 'Write these three as the stage’s steps and its reply.'
  const [meeting, report] = stage.steps ?? []
  if (!meeting?.clock || !report?.clock || !stage.respond) {
    return [{ path, what: 'has no times for its panel, report and reply', rule, mend }]
  }
  const steps = (start: string) => datesFrom(stage, start).steps.map(({ by }) => by ?? start)
  const step = (i: number) => (start: string) => steps(start)[i] ?? null
  const late = [
    everLater(step(0), (start) => lastDay(start, workingDays(panel.meeting))) && ['steps', 0, 'clock'],
    everLater(step(1), (start) => lastDay(steps(start)[0] ?? start, workingDays(panel.report))) && [
      'steps',
      1,
      'clock',
    ],
    everLater(
      (start) => datesFrom(stage, start).respondByLatest,
      (start) => lastDay(steps(start)[1] ?? start, workingDays(panel.reply)),
    ) && ['respond'],
  ]
  return late.flatMap((key) => (key ? [{ path: [...path, ...key], what: 'is longer', rule, mend }] : []))
}
