import { randomUUID } from 'node:crypto'
import type { Database } from '../support/databases.ts'
import { atTheDesk } from './a-member-of-staff.ts'
import { aSubmission, submit, type Submission } from './a-submission.ts'

type Json = Record<string, unknown>

/** Does an act as the officer of these tests, who is on the list: with an id of its own, unless one is given. */
export const act = (db: Database, name: string, given: Json): Promise<Json> =>
  atTheDesk<Json>(db, `desk_${name}`, { act: { id: randomUUID(), ...given } })

/** A complaint that has just come, by its reference. */
export const aComplaint = async (db: Database, change?: (it: Submission) => void): Promise<string> =>
  (await submit(db, aSubmission(change))).reference

export const handler = { name: 'Bo Quill', role: 'Complaints Officer', phone: '01632 960123' }

/** A day so many days from today, as the database reckons today. */
export async function inDays(db: Database, days: number): Promise<string> {
  const [row] = await db.query<{ day: string }>(
    `select to_char(heard.today() + $1::integer, 'YYYY-MM-DD') as day`,
    [days],
  )
  return row!.day
}

/** Promises a reply by a day so many days from today, as a complaint that came today has it. */
export const promise = async (db: Database, reference: string, days = 10): Promise<void> => {
  await db.query(
    `update heard.stages s set respond_by = heard.today() + $2::integer, requested_on = least(s.requested_on, heard.today())
     from heard.complaints c where c.id = s.complaint_id and c.reference = $1`,
    [reference, days],
  )
}

export const acknowledgement = {
  points: [
    { text: 'The bin was not emptied.', ours: true },
    { text: 'The lane is not swept.', ours: false, whose: 'Northmere Highways' },
  ],
  outcome: 'The bin emptied this week.',
  handler,
}

export const reply = {
  investigated: 'We asked the crew and read the round’s record.',
  points: [{ point: 1, answer: 'The lorry could not pass.', decision: 'upheld' }],
  decision: 'upheld',
  apology: 'We are sorry that nobody came back.',
  outcome_description: 'We should have come back on Friday.',
  remedy: 'We emptied it on Monday.',
  learning: 'Rounds that fail are done again.',
  actions: [{ kind: 'change-service', action: 'A second round', owner: 'Waste team', by: '2027-01-08' }],
}

/** A complaint that has its reply. */
export async function answered(db: Database, change?: (it: Submission) => void): Promise<string> {
  const reference = await aComplaint(db, change)
  await promise(db, reference)
  await act(db, 'acknowledge', { reference, ...acknowledgement })
  await act(db, 'reply', { reference, ...reply })
  return reference
}

/** The letters that the desk has queued for a complaint, in their order, with how each goes. */
export const deskLetters = (db: Database, reference: string) =>
  db.query<{ template: string; recipient: string; failed: string | null; stage: number | null }>(
    `select m.template, m.recipient, m.last_failure as failed, m.stage_number as stage
     from heard.outgoing_messages m join heard.complaints c on c.id = m.complaint_id
     where c.reference = $1 and (heard.is_of_the_desk(m.template) or m.template = 'survey-invitation')
     order by m.created_at, m.id`,
    [reference],
  )

/** What the letter of a template would be written from. */
export async function deskFacts(db: Database, reference: string, template: string): Promise<Json | null> {
  const [row] = await db.query<{ desk: Json | null }>(
    `select heard.letter(m)::jsonb -> 'desk' as desk
     from heard.outgoing_messages m join heard.complaints c on c.id = m.complaint_id
     where c.reference = $1 and m.template = $2`,
    [reference, template],
  )
  return row!.desk
}

/** The stages of a complaint, in their order. */
export const stagesOf = (db: Database, reference: string) =>
  db.query<Json>(
    `select s.*, to_char(s.acknowledged_on, 'YYYY-MM-DD') as acknowledged, to_char(s.respond_by, 'YYYY-MM-DD') as due,
       to_char(s.extended_to, 'YYYY-MM-DD') as extended, s.responded_on is not null as answered
     from heard.stages s join heard.complaints c on c.id = s.complaint_id where c.reference = $1 order by s.number`,
    [reference],
  )

/** Everything that an act could have changed of a complaint, to see that it changed nothing. */
export async function wholeOf(db: Database, reference: string): Promise<unknown> {
  const [row] = await db.query<{ whole: unknown }>(
    `select jsonb_build_object('complaint', to_jsonb(c),
       'stages', (select jsonb_agg(s order by s.number) from heard.stages s where s.complaint_id = c.id),
       'points', (select jsonb_agg(p order by p.number) from heard.points p where p.complaint_id = c.id),
       'notes', (select jsonb_agg(n order by n.id) from heard.notes n where n.complaint_id = c.id),
       'authority', (select jsonb_agg(a) from heard.authorities a where a.complaint_id = c.id),
       'consents', (select jsonb_agg(s order by s.id) from heard.consents s where s.complaint_id = c.id),
       'letters', (select jsonb_agg(m order by m.id) from heard.outgoing_messages m where m.complaint_id = c.id),
       'acts', (select jsonb_agg(d order by d.id) from heard.desk_acts d where d.complaint_id = c.id),
       'events', (select count(*) from heard.audit_events e where e.complaint_id = c.id)) as whole
     from heard.complaints c where c.reference = $1`,
    [reference],
  )
  return row!.whole
}
