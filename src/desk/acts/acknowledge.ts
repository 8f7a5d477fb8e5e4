import { replyDay } from '../../complaints/desk/clocks.ts'
import { londonDay } from '../../council/working-days.ts'
import { longText } from '../../form/kinds/text.ts'
import { dayInWords } from '../../words/dates.ts'
import type { Act, Around } from '../act.ts'
import { comingDay } from '../kinds.ts'
import type { Case } from '../../complaints/desk/case.ts'
import { handlerFields, handlerOf, handlerStep } from './handler.ts'
import { pointsIn, typedPoints } from './points.ts'
import { currentStage, isOpen, wantsNewDecider } from './stage.ts'

const ours = longText({ id: 'desk-points-ours', max: 10_000, record: 'desk.points' })
const others = longText({ id: 'desk-points-others', max: 10_000, record: 'desk.others', optional: true })
const outcome = longText({ id: 'desk-outcome', max: 5000, record: 'desk.outcome', optional: true })
const replyBy = comingDay({ id: 'desk-reply-by', record: 'desk.reply_by', optional: true })

const mostPoints = 50
const longestPoint = 2000

const day = (found: Case, { portal }: Around) => replyDay(found, portal.council, londonDay(portal.now()))

/** Says what we understood, who handles it and by when (DOMAIN 1.5 and 2.3); and takes the complaint on. */
export const acknowledge: Act = {
  id: 'acknowledge',
  about: 'case',
  offered: isOpen,
  journey: (found, around) => ({
    id: 'desk-acknowledge',
    steps: [
      { id: 'points', questions: [ours, others, outcome] },
      handlerStep,
      // Where council.json counts the day, nobody is asked for it.
      ...(found && day(found, around)?.is !== 'counted' ? [{ id: 'reply-by', questions: [replyBy] }] : []),
    ],
  }),
  begin: (found) => {
    const stage = found && currentStage(found)
    return {
      ...handlerFields(found),
      'desk-points-ours': typedPoints(stage?.points ?? [], true),
      'desk-points-others': typedPoints(stage?.points ?? [], false),
      'desk-outcome': stage?.understood_outcome ?? found?.complaint.desired_outcome ?? '',
    }
  },
  notes: (found, around) => {
    const { t } = around.wording
    const by = found && day(found, around)
    if (by?.is === 'counted') return [t('desk.notes.reply-by', { day: dayInWords(by.by, 'en') })]
    if (by?.is === 'agreed' && by.latest)
      return [t('desk.notes.agree-by', { day: dayInWords(by.latest, 'en') })]
    return []
  },
  // What they wrote stands above our words for it, where whoever is at the desk can read it.
  remarks: (found): Readonly<Record<string, string>> =>
    found && /^en\b/.test(found.complaint.language) ? { 'desk-points-ours': found.complaint.summary } : {},
  toArgs: (sent, found, around) => {
    const points = pointsIn(sent.answer('desk-points-ours'), sent.answer('desk-points-others'))
    const wrong = (question: string, code: string) => ({ errors: [{ question, field: question, code }] })
    if (points.length > mostPoints) return wrong('desk-points-ours', 'too-many')
    const long = points.find(
      ({ text, whose }) => [...text].length > longestPoint || (whose?.length ?? 0) > 200,
    )
    if (long) return wrong(long.ours ? 'desk-points-ours' : 'desk-points-others', 'point-too-long')
    const by = day(found!, around)
    return {
      reference: found!.complaint.reference,
      points,
      outcome: sent.answer('desk-outcome') || null,
      handler: handlerOf(sent),
      new_decider: wantsNewDecider(found!, around),
      respond_by: by?.is === 'counted' ? by.by : sent.answer('desk-reply-by') || null,
    }
  },
}
