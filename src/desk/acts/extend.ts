import { latestExtension } from '../../complaints/desk/clocks.ts'
import type { Case } from '../../complaints/desk/case.ts'
import { londonDay } from '../../council/working-days.ts'
import { longText } from '../../form/kinds/text.ts'
import { dayInWords } from '../../words/dates.ts'
import type { Act, Around } from '../act.ts'
import { comingDay } from '../kinds.ts'
import { currentStage, isOpen } from './stage.ts'

const until = comingDay({ id: 'desk-until', record: 'desk.until' })
const reason = longText({ id: 'desk-extension-reason', max: 5000, record: 'desk.reason' })

const promised = (found: Case) => {
  const stage = currentStage(found)
  return stage?.extended_to ?? stage?.respond_by ?? null
}
const latest = (found: Case, { portal }: Around) => latestExtension(found, portal.council)

/** Puts the reply off, with the reason and the new day (the Ombudsman's Code, 6.4 and 6.5). */
export const extend: Act = {
  id: 'extend',
  about: 'case',
  offered: (found, around) => {
    const [last, before] = [latest(found, around), promised(found)]
    const today = londonDay(around.portal.now())
    return isOpen(found) && last !== null && before !== null && last > before && last >= today
  },
  journey: () => ({ id: 'desk-extend', steps: [{ id: 'extend', questions: [until, reason] }] }),
  notes: (found, around) => {
    const [last, before] = [latest(found!, around), promised(found!)]
    return last && before
      ? [
          around.wording.t('desk.notes.extend', {
            promised: dayInWords(before, 'en'),
            latest: dayInWords(last, 'en'),
          }),
        ]
      : []
  },
  toArgs: ({ answer }, found, around) => {
    const day = answer('desk-until')
    const [last, before] = [latest(found!, around) ?? '', promised(found!) ?? '']
    const wrong = (code: string) => ({ errors: [{ question: 'desk-until', field: 'desk-until-day', code }] })
    if (day <= before) return wrong('not-later')
    if (day > last) return wrong('too-late')
    return {
      reference: found!.complaint.reference,
      until: day,
      latest: last,
      reason: answer('desk-extension-reason'),
    }
  },
}
