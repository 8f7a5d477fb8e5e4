import { council, type Council } from '../../src/council/council.ts'
import { addDays, type Day } from '../../src/council/working-days.ts'
import type { Period } from '../../src/figures/period.ts'
import type { Rows } from '../../src/figures/rows.ts'
import type { Chance } from '../../src/local/demo/chance.ts'

/** A stage of a made-up complaint. */
interface Stage {
  readonly asked_on: Day
  readonly acknowledge_by: Day
  readonly acknowledged_on: Day | null
  readonly respond_by: Day | null
  readonly extended_to: Day | null
  readonly ended_on: Day | null
  readonly ending: 'answered' | 'withdrawn' | 'closed' | 'refused' | null
  readonly refusal: string | null
  readonly outcome: string
  readonly learning: string
  readonly actions: readonly { kind: string; state: 'done' | 'overdue' | 'under-way' }[]
}

export interface Record {
  readonly kind: string
  readonly received_on: Day
  readonly channel: string
  readonly service: string
  readonly procedure: string | null
  readonly reason: string
  readonly stages: readonly Stage[]
  readonly ombudsman: { ombudsman: string; decision: string; on: Day } | null
}

/** A council with little of everything, so that its figures are small and their tables too. */
export function smallCouncil(chance: Chance, threshold: number): Council {
  const some = <Item>(list: readonly Item[], least: number, most: number) =>
    list.slice(0, chance.whole(least, most))
  const procedures = [council.procedures[0]!, council.procedures[3]!, council.procedures[4]!].slice(
    0,
    chance.whole(1, 3),
  )
  const { categories } = council
  return {
    ...council,
    procedures,
    services: some(council.services, 1, 3).map((service) => ({
      ...service,
      procedure: chance.of(procedures).id,
    })),
    ombudsmen: some(council.ombudsmen, 1, 2),
    thresholds: { smallNumbers: threshold },
    categories: {
      channels: some(categories.channels, 2, 2),
      reasons: some(categories.reasons, 2, 3),
      refusals: some(categories.refusals, 2, 2),
      learning: some(categories.learning, 2, 2),
      actions: some(categories.actions, 1, 2),
      ombudsmanDecisions: some(categories.ombudsmanDecisions, 2, 2),
    },
  }
}

/** A random record over 18 months from January 2025. Chance is uneven, so that some things are rare. */
export function randomRecord(chance: Chance, among: Council, size: number): Record[] {
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)
  const uneven = <Item>(list: readonly Item[]) => list[Math.floor(chance.next() ** 2 * list.length)]!
  return Array.from({ length: size }, (): Record => {
    const kind = uneven(['complaint', 'complaint', 'complaint', 'compliment', 'comment', 'mp-enquiry'])
    const service = uneven(among.services)
    const received_on = addDays('2025-01-01', Math.floor(chance.next() * 540))
    const complaint = kind === 'complaint'
    // Now and then a complaint is handled by another procedure than its service says.
    const procedure = chance.is(0.05) ? chance.of(ids(among.procedures)) : service.procedure
    const stages: Stage[] = []
    for (let asked_on = received_on; complaint && stages.length < 3;) {
      const stage = randomStage(chance, among, asked_on, stages.length === 0, uneven)
      stages.push(stage)
      if (stage.ending !== 'answered' || !chance.is(0.3)) break
      asked_on = addDays(stage.ended_on!, chance.whole(1, 20))
    }
    return {
      kind,
      received_on,
      channel: uneven(ids(among.categories.channels)),
      service: service.id,
      procedure: complaint ? procedure : null,
      reason: chance.is(0.1) ? 'not-recorded' : uneven(ids(among.categories.reasons)),
      stages,
      ombudsman:
        complaint && chance.is(0.1)
          ? {
              ombudsman: uneven(ids(among.ombudsmen)),
              decision: uneven(ids(among.categories.ombudsmanDecisions)),
              on: addDays(received_on, chance.whole(50, 200)),
            }
          : null,
    }
  })
}

function randomStage(
  chance: Chance,
  { categories }: Council,
  asked_on: Day,
  first: boolean,
  uneven: <Item>(list: readonly Item[]) => Item,
): Stage {
  const ending = uneven([
    'answered',
    'answered',
    'answered',
    'answered',
    'withdrawn',
    'closed',
    first ? 'refused' : 'answered',
    null,
  ] as const)
  const respond_by = chance.is(0.1) ? null : addDays(asked_on, 20)
  return {
    asked_on,
    acknowledge_by: addDays(asked_on, 7),
    acknowledged_on: chance.is(0.05) ? null : addDays(asked_on, Math.floor(chance.next() ** 3 * 15)),
    respond_by,
    extended_to: respond_by && chance.is(0.2) ? addDays(respond_by, 14) : null,
    ended_on: ending && addDays(asked_on, Math.floor(chance.next() ** 2 * 60)),
    ending,
    refusal: ending === 'refused' ? uneven(categories.refusals).id : null,
    outcome: uneven(['not-upheld', 'partly-upheld', 'upheld', 'not-recorded']),
    learning: chance.is(0.6) ? 'none' : uneven(categories.learning).id,
    actions: Array.from({ length: chance.whole(0, 2) }, () => ({
      kind: uneven(categories.actions).id,
      state: uneven(['done', 'under-way', 'overdue'] as const),
    })),
  }
}

/** What `api.figures` would give of a record, by the rules of src/figures/definitions.ts. */
export function rowsOf(records: readonly Record[], { from, to }: Period): Rows {
  const during = (day: Day | null) => day !== null && day >= from && day <= to
  const stages = records.flatMap((record) =>
    record.stages.map((stage, i) => ({
      ...stage,
      procedure: record.procedure!,
      service: record.service,
      stage: i + 1,
    })),
  )
  const answered = stages.filter(({ ending, ended_on }) => ending === 'answered' && during(ended_on))
  const received = records.filter(({ received_on }) => during(received_on))
  const dayBefore = addDaysBack(from)
  return {
    received: grouped(
      received.map(({ kind, received_on, channel, procedure, service }) => ({
        kind,
        month: received_on.slice(0, 7),
        channel,
        procedure,
        service,
      })),
    ),
    reasons: grouped(
      received
        .filter(({ kind }) => kind === 'complaint')
        .map(({ reason, received_on }) => ({ reason, month: received_on.slice(0, 7) })),
    ),
    asked: grouped(
      stages
        .filter(({ asked_on }) => during(asked_on))
        .map(({ stage, procedure, asked_on, acknowledge_by, acknowledged_on }) => ({
          stage,
          procedure,
          asked_on,
          acknowledge_by,
          acknowledged_on: acknowledged_on && acknowledged_on <= to ? acknowledged_on : null,
        })),
    ),
    answered: grouped(
      answered.map(({ stage, ended_on, procedure, service, outcome }) => ({
        stage,
        month: ended_on!.slice(0, 7),
        procedure,
        service,
        outcome,
      })),
    ),
    days: grouped(
      answered.map(({ stage, procedure, asked_on, respond_by, extended_to, ended_on }) => ({
        stage,
        procedure,
        asked_on,
        respond_by,
        extended_to,
        responded_on: ended_on!,
      })),
    ),
    learning: grouped(answered.map(({ learning, actions }) => ({ learning, actions: actions.length > 0 }))),
    actions: grouped(answered.flatMap(({ actions }) => actions)),
    unanswered: grouped(
      stages.flatMap(({ stage, procedure, ending, refusal, ended_on }) =>
        ending && ending !== 'answered' && during(ended_on) ? [{ stage, procedure, ending, refusal }] : [],
      ),
    ),
    open: grouped(
      [dayBefore, to].flatMap((on_day) =>
        stages
          .filter(({ asked_on, ended_on }) => asked_on <= on_day && (ended_on === null || ended_on > on_day))
          .map(({ stage, procedure }) => ({ stage, procedure, on_day })),
      ),
    ),
    ombudsman: grouped(
      records.flatMap(({ ombudsman: each }) =>
        each && during(each.on) ? [{ ombudsman: each.ombudsman, decision: each.decision }] : [],
      ),
    ),
  }
}

function grouped<Each extends object>(list: readonly Each[]): (Each & { n: number })[] {
  const groups = Map.groupBy(list, (each) => JSON.stringify(each))
  return [...groups.values()].map((alike) => ({ ...alike[0]!, n: alike.length }))
}

const addDaysBack = (day: Day): Day => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
