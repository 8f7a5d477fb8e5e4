import { stageAfter } from '../../complaints/desk/clocks.ts'
import { textIn } from '../../council/council.ts'
import { londonDay } from '../../council/working-days.ts'
import { longText } from '../../form/kinds/text.ts'
import type { Case } from '../../complaints/desk/case.ts'
import type { Act, Around } from '../act.ts'
import { pastDay } from '../kinds.ts'

const askedOn = pastDay({ id: 'desk-asked-on', record: 'desk.asked_on' })
const reasons = longText({ id: 'desk-reasons', max: 20_000, record: 'desk.reasons', optional: true })
const outcome = longText({ id: 'desk-outcome-asked', max: 5000, record: 'desk.outcome', optional: true })

const after = (found: Case, { portal }: Around, day: string) => stageAfter(found, portal.council, day)
const today = ({ portal }: Around) => londonDay(portal.now())

/** Begins the next stage, as the person asked. Nobody has to give reasons (DOMAIN 1.6). */
export const nextStage: Act = {
  id: 'next-stage',
  about: 'case',
  offered: (found, around) =>
    found.complaint.acceptance !== 'refused' && after(found, around, today(around)) !== null,
  journey: () => ({
    id: 'desk-next-stage',
    steps: [{ id: 'asked', questions: [askedOn, reasons, outcome] }],
  }),
  notes: (found, around) => {
    const { council } = around.portal
    const next = after(found!, around, today(around))
    const stage = council.procedures
      .find(({ id }) => id === found!.complaint.procedure)
      ?.stages.find(({ id }) => id === next?.stage.id)
    return [
      ...(stage ? [around.wording.t('desk.notes.next-stage', { stage: textIn(stage.name, 'en') })] : []),
      ...(next?.late ? [around.wording.t('desk.notes.late')] : []),
    ]
  },
  toArgs: ({ answer }, found, around) => {
    const day = answer('desk-asked-on')
    const next = after(found!, around, day)
    const replied = found!.stages.at(-1)?.responded_on ?? ''
    if (!next || day < replied)
      return { errors: [{ question: 'desk-asked-on', field: 'desk-asked-on-day', code: 'before-reply' }] }
    return {
      reference: found!.complaint.reference,
      stage: next.stage,
      requested_on: day,
      reasons: answer('desk-reasons') || null,
      outcome: answer('desk-outcome-asked') || null,
    }
  },
}
