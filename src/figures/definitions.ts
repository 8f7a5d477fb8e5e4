import type { Day } from '../council/working-days.ts'

/**
 * The rules by which things are counted: all of them, here. `heard.counted_as` and `heard.counted_stages`
 * (supabase/migrations) carry out those that need the record. What is printed beside a report says them in words:
 * `figures.definitions.<id>` in content/words.
 *
 * One more for every change that makes a figure mean something else. Figures of two versions are not compared.
 */
export const definitionsVersion = 1

/** Each definition by its id, with where it comes from. */
export const definitions = {
  /** From 1 April to 31 March; quarters begin in April, July, October and January. */
  year: 'The reports of English councils, as S3’s',
  /** What came counts in the period of its day of receipt, whatever became of it later. */
  received: 'S0 and S3: numbers received, by month, quarter and year',
  /** Complaints, compliments, comments and service requests are counted each for itself. */
  kinds: 'S0; the LGSCO Code, sections 1 and 2',
  /** Enquiries from members of Parliament are counted apart from complaints. */
  'counted-apart': 'S3, whose comparison went wrong where they were not (DOMAIN 13.4, 13)',
  /** A complaint counts at the stages it reaches; stage 2 and later only where somebody asked for them. */
  stages: 'The LGSCO Code, section 6',
  /** A reply counts in the period in which it was sent, also where the complaint came before it. */
  answered: 'S3 counts outcomes of stage 1 by closure (DOMAIN 13.2)',
  /** upheld, partly upheld, not upheld; not recorded where the record does not say. Each reply is in one. */
  outcomes: 'DOMAIN 1.5; S3’s outcomes that do not add up (DOMAIN 13.4, 5)',
  /** Withdrawn, closed without a reply, and not accepted are counted apart from replies. */
  unanswered: 'The LGSCO Code, section 2; S3',
  /** Open at the start and asked for, less answered and unanswered, is open at the end. */
  'carried-over': 'S3’s closures that do not reconcile with what came (DOMAIN 13.4, 7)',
  /** Acknowledged by the day that the record promised, which the procedure's clock gave. */
  acknowledged: 'The LGSCO Code, 6.2; council.json',
  /** Answered by the day first promised: in time. Later, by the day told with reasons: extended. Else late. */
  'in-time': 'The LGSCO Code, 6.3 to 6.5; council.json',
  /** From the day asked for, which is day 0, in working days in England: mean and median of those that ended. */
  days: 'DOMAIN 8.1; S3’s units that differ (DOMAIN 13.4, 11)',
  /** The main kind of learning of each reply, and every action that was agreed, as they stood on the last day. */
  learning: 'S3 records the primary one only (DOMAIN 13.2)',
  /** An ombudsman's decision counts in the period of its day, whenever the complaint came. */
  ombudsman: 'The LGSCO Code, section 8',
  /** Counts under the threshold are hidden, and others that would give one of them away. */
  hidden: 'DOMAIN 6',
  /** What happened after the last day has not happened yet: a period counted again gives the same figures. */
  'last-day': 'our own',
} as const

export type Definition = keyof typeof definitions

/** What figures know things as, in the order in which they are shown. */
export const kinds = ['complaint', 'compliment', 'comment', 'service-request', 'mp-enquiry'] as const
export const outcomes = ['upheld', 'partly-upheld', 'not-upheld'] as const
export const times = ['in-time', 'extended', 'late', 'no-limit'] as const
export const acknowledgements = ['in-time', 'not-in-time'] as const
export const endings = ['withdrawn', 'closed', 'refused'] as const
export const states = ['done', 'under-way', 'overdue'] as const

/** How a reply stood to its day: see `in-time`. `no-limit` where no day was set, as the law allows for some. */
export function timeOf(reply: {
  respond_by: Day | null
  extended_to: Day | null
  responded_on: Day
}): (typeof times)[number] {
  if (reply.respond_by === null && reply.extended_to === null) return 'no-limit'
  if (reply.respond_by !== null && reply.responded_on <= reply.respond_by) return 'in-time'
  return reply.extended_to !== null && reply.responded_on <= reply.extended_to ? 'extended' : 'late'
}

/**
 * How an acknowledgement stood to its day: see `acknowledged`. Where no day was set, any is in time. One that had
 * not gone by the last day of the period was not in time, so that the two make the whole.
 */
export function acknowledgementOf(asked: {
  acknowledge_by: Day | null
  acknowledged_on: Day | null
}): (typeof acknowledgements)[number] {
  if (asked.acknowledged_on === null) return 'not-in-time'
  return asked.acknowledge_by === null || asked.acknowledged_on <= asked.acknowledge_by
    ? 'in-time'
    : 'not-in-time'
}
