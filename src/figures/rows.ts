import * as z from 'zod'

const n = z.int().min(1)
const id = z.string().regex(/^[a-z0-9-]{1,60}$/)
const stage = z.int().min(1)
const day = z.iso.date()
const month = z.string().regex(/^\d{4}-\d{2}$/)

/**
 * What `api.figures` gives: lists that cannot be joined, of ids, months, days and counts. Whatever else it held
 * would be refused here, so that no text could come through by mistake.
 */
export const rowsSchema = z.strictObject({
  /** What came in the period, by the month of its `received_on`. */
  received: z.array(
    z.strictObject({
      kind: id,
      month,
      channel: id,
      /** `none` for a complaint without one; null for what is no complaint. */
      procedure: id.nullable(),
      service: id,
      n,
    }),
  ),
  reasons: z.array(z.strictObject({ reason: id, month, n })),
  /** Stages asked for in the period: stage 1 by the complaint itself. */
  asked: z.array(
    z.strictObject({
      stage,
      procedure: id,
      asked_on: day,
      acknowledge_by: day.nullable(),
      acknowledged_on: day.nullable(),
      n,
    }),
  ),
  /** Replies sent in the period, withdrawn complaints apart. */
  answered: z.array(z.strictObject({ stage, month, procedure: id, service: id, outcome: id, n })),
  days: z.array(
    z.strictObject({
      stage,
      procedure: id,
      asked_on: day,
      respond_by: day.nullable(),
      extended_to: day.nullable(),
      responded_on: day,
      n,
    }),
  ),
  learning: z.array(z.strictObject({ learning: id, actions: z.boolean(), n })),
  actions: z.array(z.strictObject({ kind: id, state: z.enum(['done', 'overdue', 'under-way']), n })),
  unanswered: z.array(
    z.strictObject({
      stage,
      procedure: id,
      ending: z.enum(['withdrawn', 'closed', 'refused']),
      refusal: id.nullable(),
      n,
    }),
  ),
  /** Stages open at the end of the day before the period, and of its last day. */
  open: z.array(z.strictObject({ stage, procedure: id, on_day: day, n })),
  ombudsman: z.array(z.strictObject({ ombudsman: id, decision: id, n })),
})

export type Rows = z.infer<typeof rowsSchema>
