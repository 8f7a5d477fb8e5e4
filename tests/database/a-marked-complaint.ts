import { randomBytes, randomUUID } from 'node:crypto'
import type { Database } from '../support/databases.ts'
import { aReference } from './a-submission.ts'

type Row = Record<string, unknown>

/** Stands in every column that holds words, a name or an address. */
export const marked = 'MARKED'

/** Writes one row as the owner of the record. */
export async function insert(db: Database, table: string, row: Row): Promise<void> {
  const columns = Object.keys(row).join(', ')
  await db.query(
    `insert into heard.${table} (${columns}) select ${columns} from jsonb_populate_record(null::heard.${table}, $1::jsonb)`,
    [JSON.stringify(row)],
  )
}

/** A complaint with something in every table that a complaint can reach. */
export interface MarkedComplaint {
  readonly id: string
  readonly reference: string
  readonly submission: string
  readonly files: readonly string[]
}

/**
 * Keeps a complaint by Amara for Idris in which every text is marked, with stages, consent, keys, additions, files,
 * letters and a withdrawal that was taken back. It was closed on `closedOn`, or is open where that is null.
 */
export async function aMarkedComplaint(
  db: Database,
  closedOn: string | null = '2020-03-31',
  change: Row = {},
): Promise<MarkedComplaint> {
  const [id, submission, amara, idris] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const reference = aReference()
  await insert(db, 'complaints', {
    id,
    submission_id: submission,
    reference,
    kind: 'complaint',
    service: 'bins',
    theme: 'delay',
    procedure: 'corporate',
    channel: 'web',
    language: 'pl',
    form_version: 'test',
    received_at: '2020-01-07T12:34:56Z',
    received_on: '2020-01-07',
    happened_on: '2019-12',
    late_reason: marked,
    location: marked,
    provider: marked,
    summary: marked,
    desired_outcome: marked,
    told_before: 'yes',
    told_before_details: marked,
    service_request: marked,
    discrimination_flag: 'yes',
    discrimination_details: marked,
    safeguarding_flag: 'yes',
    acceptance: 'accepted',
    ombudsman: 'lgsco',
    ombudsman_outcome: marked,
    ombudsman_decision: 'upheld',
    ombudsman_decided_on: '2020-03-30',
    made_for: 'someone-else',
    answers: { 'what-happened': marked },
    transcript: [{ question: 'What happened?', answer: [marked] }],
    closed_at: closedOn && `${closedOn}T15:16:17Z`,
    ...change,
  })
  const about = (who: string, phone: string) => ({
    name: `${marked} ${who}`,
    email: `${marked}.${who}@example.org`,
    phone,
    postal_address: `${marked} ${who} Lane`,
    language: 'pl',
    adjustments: ['large-print'],
    adjustments_details: `${marked} ${who} needs`,
  })
  await insert(db, 'people', {
    id: amara,
    complaint_id: id,
    role: 'representative',
    reply_route: 'email',
    relationship: 'advocate',
    organisation: marked,
    ...about('Amara', '+44 1632 960111'),
  })
  await insert(db, 'people', {
    id: idris,
    complaint_id: id,
    role: 'affected',
    ...about('Idris', '01632 960222'),
  })
  if ((change['kind'] ?? 'complaint') === 'complaint') await keepStages(db, id)
  await insert(db, 'authorities', {
    id: randomUUID(),
    complaint_id: id,
    representative_id: amara,
    affected_id: idris,
    rule: 'advocate',
    evidence: [],
    asks_person: true,
    details: marked,
    noted_at: '2020-01-07T12:34:56Z',
  })
  const key = randomUUID()
  await insert(db, 'access_keys', {
    id: key,
    complaint_id: id,
    person_id: amara,
    purpose: 'follow',
    code_proof: randomBytes(32).toString('base64url'),
    link_proof: randomBytes(32).toString('base64url'),
    issued_at: '2020-01-07T12:34:56Z',
  })
  await insert(db, 'consents', {
    id: randomUUID(),
    complaint_id: id,
    affected_id: idris,
    representative_id: amara,
    key_id: key,
    asked_at: '2020-01-07T12:34:56Z',
    expires_at: '2020-02-07T12:34:56Z',
    reminded_at: [],
    months_after_closing: 12,
    answered_at: '2020-01-09T12:34:56Z',
    answered_by: 'paper',
    answer: 'yes',
    may_act: true,
    may_receive: true,
    may_see: false,
    typed_name: marked,
    helper: marked,
    reach: marked,
  })
  await insert(db, 'withdrawals', {
    id: randomUUID(),
    complaint_id: id,
    person_id: amara,
    withdrawn_at: '2020-01-10T12:34:56Z',
    withdrawn_on: '2020-01-10',
    take_up_by: '2020-01-20',
    taken_up_at: '2020-01-11T12:34:56Z',
    taken_up_on: '2020-01-11',
  })
  const addition = await keepAddition(db, id, amara)
  const files = [await keepFile(db, { complaint_id: id }), await keepFile(db, { addition_id: addition })]
  await insert(db, 'outgoing_messages', {
    id: randomUUID(),
    complaint_id: id,
    template: 'acknowledgement',
    recipient: 'representative',
    language: 'pl',
    created_at: '2020-01-07T12:34:56Z',
    not_before: '2020-01-07T12:34:56Z',
    attempts: 1,
    sent_at: '2020-01-07T12:35:00Z',
    provider_id: marked,
  })
  return { id, reference, submission, files }
}

async function keepStages(db: Database, complaint: string): Promise<void> {
  await insert(db, 'stages', {
    complaint_id: complaint,
    number: 1,
    stage: 'stage-1',
    requested_on: '2020-01-07',
    request_reasons: marked,
    referred_to: marked,
    acknowledge_by: '2020-01-14',
    acknowledged_on: '2020-01-09',
    investigator: marked,
    respond_by: '2020-01-28',
    extended_to: '2020-02-11',
    extension_reason: marked,
    responded_on: '2020-02-10',
    decision: 'upheld',
    outcome_description: marked,
    remedy: marked,
    remedy_by: '2020-03-01',
    learning: marked,
    request_outcome: marked,
    request_late_reason: marked,
    investigator_role: marked,
    investigator_phone: marked,
    investigator_email: `${marked}@example.org`,
    understood_outcome: marked,
    investigated: marked,
    apology: marked,
    actions: [{ kind: 'training', what: marked, owner: marked, due_on: '2020-03-01' }],
  })
  const number = { complaint_id: complaint, stage_number: 1 }
  await insert(db, 'points', {
    ...number,
    number: 1,
    text: marked,
    ours: true,
    answer: marked,
    decision: 'upheld',
  })
  await insert(db, 'points', { ...number, number: 2, text: marked, ours: false, whose: marked })
  const [officer] = await db.query<{ id: string }>(
    `select heard.add_staff('notes@example.org', 'Noa Tate') as id`,
  )
  const written = { by_staff: officer!.id, written_at: '2020-01-08T12:00:00Z' }
  await insert(db, 'notes', { id: randomUUID(), complaint_id: complaint, text: marked, ...written })
}

/** Something that was added: to a complaint, or, where that is null, without a code. */
export async function keepAddition(
  db: Database,
  complaint: string | null,
  person: string | null = null,
  received = '2020-01-08',
): Promise<string> {
  const id = randomUUID()
  await insert(db, 'additions', {
    id,
    submission_id: randomUUID(),
    complaint_id: complaint,
    person_id: person,
    verified: complaint !== null,
    kind: 'contact',
    sender_name: complaint ? null : `${marked} Amara`,
    sender_email: complaint ? null : `${marked}@example.org`,
    changed_from: { phone: marked },
    language: 'en',
    form_version: 'test',
    received_at: `${received}T12:34:56Z`,
    received_on: received,
    answers: { 'addition-text': marked },
    transcript: [{ question: 'What would you like to tell us?', answer: [marked] }],
  })
  return id
}

/** A file that was sent and looked through. Its bytes are nowhere. */
async function keepFile(db: Database, of: Row): Promise<string> {
  const id = randomUUID()
  await insert(db, 'files', {
    id,
    path: randomUUID(),
    size: 9,
    type: 'image/jpeg',
    key_proof: randomBytes(32).toString('hex'),
    created_at: '2020-01-07T12:00:00Z',
    kept_until: '2020-01-08T12:00:00Z',
    checked_at: '2020-01-07T12:01:00Z',
    place: 1,
    name: `${marked}.jpg`,
    key: randomBytes(32).toString('base64url'),
    sent_at: '2020-01-07T12:34:56Z',
    clean_at: '2020-01-07T12:36:00Z',
    ...of,
  })
  return id
}

/** Every row of the record that holds a mark or one of these texts, as `table: row`. */
export async function rowsWith(db: Database, texts: readonly string[]): Promise<string[]> {
  const tables = await db.query<{ name: string }>(
    `select relname as name from pg_class class join pg_namespace namespace on namespace.oid = relnamespace
     where nspname = 'heard' and relkind = 'r' order by 1`,
  )
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await db.query<{ row: string }>(
        `select to_jsonb(t)::text as row from heard.${name} t
         where exists (select from unnest($1::text[]) as one where strpos(to_jsonb(t)::text, one) > 0)`,
        [texts],
      )
      return rows.map(({ row }) => `${name}: ${row}`)
    }),
  )
  return found.flat()
}
