import type { Council } from '../council/council.ts'
import { dayBefore } from '../council/working-days.ts'
import { acknowledgements, endings, kinds, outcomes, states, times } from './definitions.ts'
import { valuesOf, type Facts } from './facts.ts'
import type { Where } from './keys.ts'
import type { Period } from './period.ts'
import type { Table } from './schema.ts'

/** A table before its cells are there. */
export type Plan = Omit<Table, 'cells'>

const all = 'all'

/**
 * Every table that is published of a period, the same each time: a table that came and went with its figures
 * would say something by not being there. Nothing that is mostly small is broken down: what is open or unanswered
 * by procedure would hide how many complaints each procedure had, and so would the outcomes of its later stages. Of a quarter only such tables are published as the year's own report
 * has by month or quarter, so that nothing can be worked out by taking quarters from a year.
 *
 * No table crosses reason with outcome or service, nor anything with a team (DOMAIN 6).
 */
export function plansFor(period: Period, facts: Facts, council: Council): Plan[] {
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)
  /** The known values first, then what else is in the record, so that no count is lost. */
  const values = (counts: string, dimension: string, known: readonly string[], where: Where = {}) => ({
    dimension,
    values: [...new Set([...known, ...valuesOf(facts, counts, dimension, where)]), all],
  })
  const { categories } = council
  const over = (values: readonly string[]) => ({ dimension: 'period', values: [...values, all] })
  const months = over(period.months)
  const quarters = period.quarters.length ? over(period.quarters) : null
  const received = { counts: 'received', where: {} }
  const kind = values('received', 'kind', kinds)
  const reason = values('received', 'reason', ids(categories.reasons))
  const complaint = { kind: 'complaint' }

  const stages = stagesOf(facts, council)
  const always: Plan[] = [
    { id: 'received-by-kind-and-quarter', ...received, rows: kind, columns: quarters },
    list('complaints-by-month', 'received', complaint, months),
    {
      id: 'complaints-by-reason-and-quarter',
      counts: 'received',
      where: complaint,
      rows: reason,
      columns: quarters,
    },
    {
      id: 'stage-1-answers-by-outcome-and-quarter',
      counts: 'answered',
      where: { stage: '1' },
      rows: values('answered', 'outcome', outcomes, { stage: '1' }),
      columns: quarters,
    },
    {
      id: 'stage-1-answers-by-time-and-quarter',
      counts: 'answered',
      where: { stage: '1' },
      rows: values('answered', 'time', times, { stage: '1' }),
      columns: quarters,
    },
    {
      id: 'asked-by-stage-and-quarter',
      counts: 'asked',
      where: {},
      // No total: a complaint that goes on to stage 2 was asked for at both.
      rows: { dimension: 'stage', values: stages.map(({ stage }) => stage) },
      columns: quarters,
    },
  ]
  if (!quarters) return always

  const serviceLines = council.services.map(({ id, procedure }) => `${procedure}/${id}`)
  return [
    ...always,
    {
      id: 'received-by-channel-and-kind',
      ...received,
      rows: values('received', 'channel', ids(categories.channels)),
      columns: kind,
    },
    list(
      'complaints-by-procedure',
      'received',
      complaint,
      values('received', 'procedure', ids(council.procedures)),
    ),
    list('complaints-by-service', 'received', complaint, values('received', 'line', serviceLines)),
    ...(['compliment', 'comment'] as const).map((kind) =>
      list(
        `${kind}s-by-service`,
        'received',
        { kind },
        values('received', 'service', ids(council.services), { kind }),
      ),
    ),
    ...stages.flatMap(({ stage, procedures }): Plan[] => {
      const where = { stage }
      const ended: Plan[] = [
        list(
          `stage-${stage}-unanswered-by-ending`,
          'unanswered',
          where,
          values('unanswered', 'ending', endings, where),
        ),
        list(`stage-${stage}-open`, 'open', where, {
          dimension: 'on',
          values: [dayBefore(period.from), period.to],
        }),
      ]
      const procedure = (counts: string) => values(counts, 'procedure', procedures, where)
      const acknowledged = values('asked', 'acknowledged', acknowledgements, where)
      const outcome = values('answered', 'outcome', outcomes, where)
      const time = values('answered', 'time', times, where)
      const table = (by: string, counts: string, rows: Plan['rows'], columns: Plan['columns']): Plan => ({
        id: `stage-${stage}-${by}`,
        counts,
        where,
        rows,
        columns,
      })
      return stage === '1'
        ? [
            table('asked-by-procedure-and-acknowledged', 'asked', procedure('asked'), acknowledged),
            table('answers-by-procedure-and-outcome', 'answered', procedure('answered'), outcome),
            table('answers-by-procedure-and-time', 'answered', procedure('answered'), time),
            ...ended,
          ]
        : [
            table('asked-by-procedure', 'asked', procedure('asked'), null),
            table('asked-by-acknowledged', 'asked', acknowledged, null),
            table('answers-by-outcome', 'answered', outcome, null),
            table('answers-by-time', 'answered', time, null),
            ...ended,
          ]
    }),
    {
      id: 'stage-1-answers-by-service-and-outcome',
      counts: 'answered',
      where: { stage: '1' },
      rows: values('answered', 'line', serviceLines, { stage: '1' }),
      columns: values('answered', 'outcome', outcomes, { stage: '1' }),
    },
    list(
      'refused-by-reason',
      'unanswered',
      { stage: '1', ending: 'refused' },
      values('unanswered', 'refusal', ids(categories.refusals)),
    ),
    list(
      'answers-by-learning',
      'answered',
      {},
      values('answered', 'learning', [...ids(categories.learning), 'none']),
    ),
    list('answers-by-actions', 'answered', {}, values('answered', 'actions', ['with', 'without'])),
    {
      id: 'actions-by-kind-and-state',
      counts: 'actions',
      where: {},
      rows: values('actions', 'action', ids(categories.actions)),
      columns: values('actions', 'state', states),
    },
    {
      id: 'ombudsmen-by-decision',
      counts: 'ombudsman',
      where: {},
      rows: values('ombudsman', 'ombudsman', ids(council.ombudsmen)),
      columns: values('ombudsman', 'decision', ids(categories.ombudsmanDecisions)),
    },
  ]
}

const list = (id: string, counts: string, where: Where, rows: Plan['rows']): Plan => ({
  id,
  counts,
  where,
  rows,
  columns: null,
})

/** Each stage, by its number, that a procedure has or a complaint has reached, with the procedures that have it. */
function stagesOf(facts: Facts, council: Council): { stage: string; procedures: string[] }[] {
  const longest = Math.max(
    ...council.procedures.map(({ stages }) => stages.length),
    ...['asked', 'answered', 'unanswered', 'open'].flatMap((counts) =>
      valuesOf(facts, counts, 'stage').map(Number),
    ),
  )
  return Array.from({ length: longest }, (_, i) => ({
    stage: String(i + 1),
    procedures: council.procedures.filter(({ stages }) => stages.length > i).map(({ id }) => id),
  }))
}
