import { newReference } from '../../complaints/reference.ts'
import { council, procedureOf, type Procedure, type Stage } from '../../council/council.ts'
import { deadlines } from '../../council/deadlines.ts'
import {
  addDays,
  addWorkingDays,
  isWorkingDay,
  workingDaysBetween,
  type Day,
} from '../../council/working-days.ts'
import type { Chance } from './chance.ts'
import * as northmere from './northmere.ts'
import sentences from './sentences.json' with { type: 'json' }

type Row = Record<string, unknown>

/** One made-up case, as the rows that the record keeps of it. */
export interface Case {
  readonly complaint: Row
  readonly person: Row
  readonly stages: readonly Row[]
  readonly messages: readonly Row[]
  readonly events: readonly Row[]
}

/** Makes up a case that came on a day; `year` counts from 0, since things get better. */
export function madeUpCase(chance: Chance, received: Day, year: number): Case {
  const what = chance.weighed({ complaint: 74, compliment: 14, comment: 8, mp: 4 })
  const kind = what === 'mp' ? 'complaint' : what
  const channel = what === 'mp' ? 'mp' : chance.weighed(northmere.channels)
  const service = kind === 'complaint' ? serviceIn(chance, received) : chance.weighed(northmere.praised)
  const id = chance.uuid()
  const at = `${received}T${String(chance.whole(7, 21)).padStart(2, '0')}:${chance.whole(10, 59)}:00Z`
  const complaint: Row = {
    id,
    submission_id: chance.uuid(),
    reference: newReference((below) => chance.whole(0, below - 1)),
    kind,
    service,
    channel,
    language: 'en',
    form_version: 'demo',
    received_at: at,
    received_on: received,
    summary: chance.of(
      kind === 'complaint'
        ? ((sentences.complaints as Record<string, string[]>)[service] ?? sentences.anyComplaint)
        : kind === 'compliment'
          ? sentences.compliments
          : sentences.comments,
    ),
    location: chance.is(0.3) ? `${chance.whole(1, 90)} ${chance.of(sentences.streets)}, Northmere` : null,
    answers: {},
    transcript: [],
    closed_at: null,
  }
  if (kind !== 'complaint') {
    complaint['closed_at'] = `${addWorkingDays(received, chance.whole(1, 12))}T12:00:00Z`
    return { complaint, person: madeUpPerson(chance, id), stages: [], ...tracesOf(chance, id, at, false) }
  }

  const procedure = procedureOf(service)
  const care = service.endsWith('social-care')
  Object.assign(complaint, {
    procedure: procedure.id,
    desired_outcome: chance.of(sentences.wishes),
    told_before: chance.weighed({ yes: 5, no: 4, 'not-sure': 1 }),
    discrimination_flag: chance.weighed({ no: 94, yes: 4, 'not-sure': 2 }),
    safeguarding_flag: chance.is(care ? 0.06 : 0.01) ? 'yes' : 'no',
    theme: chance.is(0.02) ? null : chance.weighed(care ? northmere.careReasons : northmere.reasons),
  })
  const stages = chance.is(0.035)
    ? refused(chance, complaint, procedure, received)
    : handled(chance, complaint, procedure, received, year)
  return { complaint, person: madeUpPerson(chance, id), stages, ...tracesOf(chance, id, at, true) }
}

function serviceIn(chance: Chance, received: Day): string {
  const weights = Object.entries(northmere.services).map(([id, [weight, busy]]): [string, number] => [
    id,
    busy?.includes(received.slice(5, 7)) ? weight * 2 : weight,
  ])
  return chance.weighed(Object.fromEntries(weights))
}

/** Not accepted, with the reason told. Its stage stands open on paper; the closing ends it. */
function refused(chance: Chance, complaint: Row, procedure: Procedure, received: Day): Row[] {
  Object.assign(complaint, {
    acceptance: 'refused',
    refusal_reason: 'The reasons were set out in a letter.',
    refusal_kind: chance.weighed(northmere.refusals),
    closed_at: `${addWorkingDays(received, chance.whole(2, 9))}T12:00:00Z`,
  })
  const { acknowledgeBy, respondByLatest } = deadlines(procedure.stages[0]!, { received })
  return [
    {
      complaint_id: complaint['id'],
      number: 1,
      stage: procedure.stages[0]!.id,
      requested_on: received,
      acknowledge_by: acknowledgeBy,
      acknowledged_on: received,
      respond_by: respondByLatest,
      actions: [],
    },
  ]
}

/** Stage by stage until nobody asks for the next; then perhaps an ombudsman. */
function handled(chance: Chance, complaint: Row, procedure: Procedure, received: Day, year: number): Row[] {
  const rows: Row[] = []
  let asked = received
  for (const [i, stage] of procedure.stages.entries()) {
    const row = {
      complaint_id: complaint['id'],
      number: i + 1,
      stage: stage.id,
      ...oneStage(chance, procedure, stage, received, asked, i, year),
    }
    rows.push(row)
    const contented = row.decision === 'withdrawn' || row.decision === 'upheld'
    if (contented || !chance.is(i === 0 ? 0.16 : 0.35)) break
    asked = addDays(row.responded_on, chance.whole(3, 24))
  }
  const last = rows.at(-1)!
  const answered = last['responded_on'] as Day
  complaint['acceptance'] = 'accepted'
  complaint['closed_at'] = `${addDays(answered, chance.whole(20, 40))}T12:00:00Z`
  const early = rows.length === 1 && rows.length < procedure.stages.length
  if (chance.is(early ? 0.012 : rows.length === 1 ? 0.06 : 0.3)) {
    const decision = early ? 'too-early' : chance.weighed(northmere.ombudsmanDecisions)
    Object.assign(complaint, {
      ombudsman: procedure.ombudsman,
      ombudsman_decision: decision,
      ombudsman_decided_on: addDays(answered, chance.whole(40, 190)),
      ombudsman_outcome: 'The decision is on the file.',
    })
  }
  return rows
}

function oneStage(
  chance: Chance,
  procedure: Procedure,
  stage: Stage,
  received: Day,
  asked: Day,
  i: number,
  year: number,
) {
  const happened = { received, requested: asked }
  const { acknowledgeBy } = deadlines(stage, happened)
  const slow = chance.is(0.07 - year * 0.015)
  const bySystem = procedure.acknowledgedBy === 'system'
  const acknowledged = bySystem
    ? addWorkingDays(asked, slow ? chance.whole(6, 9) : chance.weighed({ 0: 7, 1: 2, 2: 1 }) === '0' ? 0 : 1)
    : addWorkingDays(asked, slow ? chance.whole(6, 8) : chance.whole(0, 3))
  const { respondByLatest } = deadlines(stage, { ...happened, acknowledged })
  // A date is agreed with the person where the rules set none, and no day where the law says only soon.
  const due =
    respondByLatest ??
    (stage.openReply === 'date-agreed' ? addWorkingDays(asked, chance.of([20, 25, 30])) : null)
  const how = due ? chance.weighed(northmere.punctuality[year] ?? northmere.punctuality[0]) : 'in-time'
  const time = due ? workingDaysBetween(asked, due) : 22
  const extended = due && how === 'extended' ? addWorkingDays(due, chance.of([5, 10])) : null
  const responded =
    how === 'late' && due
      ? addWorkingDays(due, 1 + Math.floor(chance.next() ** 2 * 40))
      : extended && due
        ? addWorkingDays(due, chance.whole(1, workingDaysBetween(due, extended)))
        : addWorkingDays(asked, Math.max(1, Math.round(time * (1 - chance.next() ** 2 * 0.85))))
  const answered = isWorkingDay(responded) ? responded : addWorkingDays(responded, 1)
  const decision = chance.weighed(i === 0 ? northmere.decisions : northmere.laterDecisions)
  const fault = decision === 'upheld' || decision === 'partly-upheld'
  const learned = fault && chance.is(0.4)
  return {
    requested_on: asked,
    acknowledge_by: acknowledgeBy,
    acknowledged_on: acknowledged < answered ? acknowledged : answered,
    investigator: `Officer ${chance.whole(1, 30)}`,
    respond_by: due,
    extended_to: extended,
    extension_reason: extended ? 'We wait for a record from another team.' : null,
    responded_on: answered,
    decision,
    outcome_description: chance.of(sentences.findings),
    learning: learned ? chance.of(sentences.lessons) : null,
    learning_kind: learned ? chance.weighed(northmere.learning) : null,
    actions: fault && chance.is(0.75) ? actionsOf(chance, answered) : [],
  }
}

function actionsOf(chance: Chance, answered: Day): Row[] {
  return Array.from({ length: chance.weighed({ 1: 3, 2: 1 }) === '1' ? 1 : 2 }, () => {
    const due = addWorkingDays(answered, chance.of([5, 10, 20, 60]))
    return {
      kind: chance.weighed(northmere.actions),
      what: chance.of(sentences.deeds),
      owner: chance.of(sentences.owners),
      due_on: due,
      done_on: chance.is(0.85) ? addDays(due, chance.whole(0, 25)) : null,
    }
  })
}

function madeUpPerson(chance: Chance, complaintId: string): Row {
  const [first, last] = [chance.of(sentences.firstNames), chance.of(sentences.lastNames)]
  const route = chance.weighed({ email: 70, phone: 14, post: 12, anonymous: 4 })
  return {
    id: chance.uuid(),
    complaint_id: complaintId,
    role: 'complainant',
    language: 'en',
    reply_route: route,
    name: route === 'anonymous' ? null : `${first} ${last}`,
    email: route === 'email' ? `${first}.${last}@example.org`.toLowerCase() : null,
    phone: route === 'phone' ? `01632 960${chance.whole(100, 999)}` : null,
    postal_address:
      route === 'post' ? `${chance.whole(1, 90)} ${chance.of(sentences.streets)}\nNorthmere\nNM1 1AA` : null,
    adjustments: chance.is(0.08) ? [chance.of(council.formats.offered).id] : [],
  }
}

/** What the portal leaves behind when a case comes. Its letters have gone, so that none is sent now. */
function tracesOf(
  chance: Chance,
  id: string,
  at: string,
  staged: boolean,
): Pick<Case, 'messages' | 'events'> {
  const message = (template: string, recipient: string) => ({
    id: chance.uuid(),
    complaint_id: id,
    stage_number: staged ? 1 : null,
    template,
    recipient,
    language: 'en',
    created_at: at,
    not_before: at,
    attempts: 1,
    last_attempt_at: at,
    sent_at: at,
    provider_id: 'demo',
  })
  return {
    messages: [message('acknowledgement', 'complainant'), message('new-submission', 'complaints-team')],
    events: [
      { happened_at: at, complaint_id: id, event: 'complaint-received', actor: 'portal', details: {} },
    ],
  }
}
