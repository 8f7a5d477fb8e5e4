import type { Path } from '../contradictions.ts'
import type { Procedure } from '../council.ts'
import { lastDay, totalBy, type Count } from '../deadlines.ts'
import type { Remark } from '../standards.ts'
import { acknowledgement } from './acknowledgement.ts'
import { datesFrom, everLater, isLonger, workingDays } from './later.ts'

const regulations = 'The 2009 Regulations on adult social care complaints'
const sixMonths: Count = { within: 6, unit: 'months' }

/**
 * Holds a procedure to the 2009 Regulations (SI 2009/309; DOMAIN 3): acknowledged by a person within 3 working
 * days, answered in the time agreed, and within 6 months or with the reason for delay.
 */
export function adultSocialCare(procedure: Procedure, path: Path): Remark[] {
  const { stages, acknowledgedBy, timeLimitMonths, total } = procedure
  const benchmark = `${regulations} want a letter with the reason where there is no reply in 6 months`
  const remarks = stages.flatMap((stage, i): Remark[] => {
    const at = [...path, 'stages', i]
    if (stage.informal) {
      if (!stage.respond || !isLonger(stage.respond, workingDays(1))) return []
      return [
        {
          path: [...at, 'respond', 'within'],
          what: `is ${stage.respond.within} in an informal stage`,
          rule: `${regulations}, regulation 8, leave out only what is told in speech and settled by the end of the next working day`,
          mend: 'Take the stage out, or write 1 working day.',
        },
      ]
    }
    const late = everLater(
      (start) => datesFrom(stage, start).respondByLatest,
      (start) => lastDay(start, sixMonths),
    )
    return [
      ...acknowledgement(stage, at, workingDays(3), `${regulations}, regulation 13, want`),
      ...(late
        ? [
            {
              path: [...at, 'respond', 'within'],
              what: 'comes after 6 months',
              rule: benchmark,
              mend: 'Write a shorter time, or null and agree a date with each person.',
            },
          ]
        : []),
    ]
  })
  if (acknowledgedBy === 'system') {
    remarks.push({
      path: [...path, 'acknowledgedBy'],
      what: 'is "system"',
      rule: `${regulations}, regulation 13, want the person to be offered a talk about how it is handled and how long it will take, which an automatic email cannot`,
      mend: 'Write "team".',
    })
  }
  const tooLong = everLater(
    (start) => totalBy(procedure, start),
    (start) => lastDay(start, sixMonths),
  )
  if (!total || tooLong) {
    remarks.push({
      path: [...path, 'total'],
      what: total ? 'is longer than 6 months' : 'is missing',
      rule: benchmark,
      mend: 'Write 6 months, or less.',
    })
  }
  if (timeLimitMonths !== null && timeLimitMonths < 12) {
    remarks.push({
      path: [...path, 'timeLimitMonths'],
      what: `is ${timeLimitMonths}`,
      rule: `${regulations}, regulation 12, give people 12 months`,
      mend: 'Write 12, or more.',
    })
  }
  return remarks
}
