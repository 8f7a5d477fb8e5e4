import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import type { Case } from '../../src/complaints/desk/case.ts'
import type { DeskPage } from '../../src/complaints/desk/lists.ts'
import type { ExportRow } from '../../src/complaints/desk/ports.ts'
import type { Database } from '../support/databases.ts'
import { addStaff, atTheDesk } from './a-member-of-staff.ts'
import { aSubmission, refusalOf, submit, type Submission } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'

/** A complaint, and the days of its first stage, counted from today. */
async function complaint(
  db: Database,
  days: { acknowledge?: number; respond?: number } = {},
  change?: (sent: Submission) => void,
) {
  const sent = aSubmission(change)
  const { reference } = await submit(db, sent)
  await db.query(
    `update heard.stages s set acknowledged_on = case when $2::int is null then s.acknowledged_on end,
       acknowledge_by = coalesce(heard.today() + $2::int, s.acknowledge_by),
       respond_by = coalesce(heard.today() + $3::int, s.respond_by)
     from heard.complaints c where c.id = s.complaint_id and c.reference = $1`,
    [reference, days.acknowledge ?? null, days.respond ?? 30],
  )
  return reference
}

onEveryDatabase('what the desk reads', (db) => {
  const list = async (name: string, page = 1) => {
    const { rows, more } = await atTheDesk<DeskPage>(db(), 'desk_list', { list: name, page })
    return { references: rows.map(({ reference }) => reference), rows, more }
  }
  const lists = () => atTheDesk<Record<string, number>>(db(), 'desk_lists')
  const set = (reference: string, what: string, of = 'stages') =>
    db().query(
      of === 'stages'
        ? `update heard.stages s set ${what} from heard.complaints c where c.id = s.complaint_id and c.reference = $1`
        : `update heard.complaints c set ${what} where c.reference = $1`,
      [reference],
    )

  beforeAll(() => addStaff(db()))

  it('lists what is overdue and what is due within 7 days, by the next thing that is due', async () => {
    const yesterday = await complaint(db(), { respond: -1 })
    const today = await complaint(db(), { respond: 0 })
    const inAWeek = await complaint(db(), { respond: 7 })
    const later = await complaint(db(), { respond: 8 })
    const toAcknowledge = await complaint(db(), { acknowledge: -2, respond: 20 })
    expect((await list('overdue')).references).toEqual([toAcknowledge, yesterday])
    expect((await list('due-soon')).references).toEqual([today, inAWeek])
    await set(yesterday, 'extended_to = heard.today() + 10, extension_reason = $$We wait for a report.$$')
    expect((await list('overdue')).references).toEqual([toAcknowledge])
    await set(today, 'responded_on = heard.today()')
    expect((await list('due-soon')).references).toEqual([inAWeek])
    expect((await list('all-open')).references).toContain(later)
  })

  it('lists as new what nobody has yet, and nothing that is over', async () => {
    const [fresh, taken, closed, refused] = [
      await complaint(db()),
      await complaint(db()),
      await complaint(db()),
      await complaint(db()),
    ]
    await set(taken, `investigator = 'Ines Harrow'`)
    await set(closed, 'closed_at = now()', 'complaints')
    await set(refused, `acceptance = 'refused', refusal_reason = 'It is for the courts.'`, 'complaints')
    const { references, rows } = await list('new')
    expect(references).toContain(fresh)
    for (const other of [taken, closed, refused]) expect(references).not.toContain(other)
    expect(rows.find(({ reference }) => reference === fresh)).toMatchObject({
      handler: false,
      service: 'bins',
    })
    const open = (await list('all-open')).references
    expect([open.includes(taken), open.includes(closed), open.includes(refused)]).toEqual([
      true,
      false,
      false,
    ])
  })

  it('lists whoever may be at risk, and letters that did not arrive until somebody has seen to it', async () => {
    const risk = await complaint(db(), {}, (sent) => {
      sent.record.complaint['safeguarding_flag'] = 'not-sure'
    })
    const bounced = await complaint(db())
    const task = () =>
      db().query<{ id: string }>(
        `insert into heard.team_tasks (kind, complaint_id, message_id)
         select 'letter-bounced', c.id, m.id from heard.outgoing_messages m join heard.complaints c on c.id = m.complaint_id
         where c.reference = $1 and m.recipient = 'complainant' returning id`,
        [bounced],
      )
    const [made] = await task()
    expect((await list('risk')).references).toEqual([risk])
    expect((await list('bounced')).references).toEqual([bounced])
    expect((await list('tasks')).rows).toMatchObject([
      { task: made!.id, kind: 'letter-bounced', reference: bounced, template: 'acknowledgement' },
    ])
    expect((await lists())['tasks']).toBe(1)
    expect(await atTheDesk<Case>(db(), 'desk_case', { reference: bounced })).toMatchObject({
      tasks: [{ id: made!.id, kind: 'letter-bounced' }],
    })
    await atTheDesk(db(), 'desk_settle_task', { act: { id: randomUUID(), task: made!.id } })
    expect((await list('bounced')).references).toEqual([])
    expect((await list('tasks')).rows).toEqual([])
  })

  it('counts the letters to post that it lists', async () => {
    await complaint(db(), {}, (sent) => {
      sent.record.person['postal_address'] = '1 Quay Street'
    })
    await db().query(
      `update heard.outgoing_messages m set failed_at = now(), last_failure = 'to-print'
       from heard.people p where p.complaint_id = m.complaint_id and p.postal_address is not null
         and m.recipient = p.role`,
    )
    const listed = await atTheDesk<unknown[]>(db(), 'desk_letters_to_print', { most: 9 })
    expect(listed).toHaveLength(1)
    expect((await lists())['to-print']).toBe(1)
    await db().query('update heard.outgoing_messages set printed_at = now() where failed_at is not null')
    expect((await lists())['to-print']).toBeUndefined()
  })

  it('keeps what looks like junk in a list of its own, but for whoever may be at risk', async () => {
    const [plain, atRisk] = [
      await complaint(db(), { respond: -1 }),
      await complaint(db(), {}, (sent) => {
        sent.record.complaint['safeguarding_flag'] = 'yes'
      }),
    ]
    for (const reference of [plain, atRisk])
      await atTheDesk(db(), 'desk_junk', { act: { id: randomUUID(), reference, junk: true } })
    expect(new Set((await list('junk')).references)).toEqual(new Set([plain, atRisk]))
    for (const other of ['overdue', 'all-open', 'new'])
      expect((await list(other)).references).not.toContain(plain)
    expect((await list('risk')).references).toContain(atRisk)
    await atTheDesk(db(), 'desk_junk', { act: { id: randomUUID(), reference: plain, junk: false } })
    expect((await list('overdue')).references).toContain(plain)
  })

  it('gives a list in pages, and counts each list', async () => {
    const many = await db().query<{ reference: string }>('select reference from heard.complaints')
    for (let more = many.length; more < 55; more += 1) await complaint(db())
    const [first, second] = [await list('all-open'), await list('all-open', 2)]
    expect([first.references.length, first.more, second.more]).toEqual([50, true, false])
    expect(new Set([...first.references, ...second.references]).size).toBe(50 + second.references.length)
    expect((await lists())['all-open']).toBe(50 + second.references.length)
  })

  it('names nobody in a list, and no word of theirs', async () => {
    const { rows } = await list('all-open')
    expect(Object.keys(rows[0]!).sort()).toEqual(
      ['due_on', 'handler', 'kind', 'lists', 'number', 'received_on', 'reference', 'service', 'stage'].sort(),
    )
    expect(JSON.stringify(rows)).not.toMatch(/O’Neill|emptied|example/)
  })

  it('shows a case whole, with no key and no proof, and writes down who read it', async () => {
    const reference = await complaint(db())
    const staff = await addStaff(db())
    const found = await atTheDesk<Case>(db(), 'desk_case', { reference })
    expect(found).toMatchObject({
      complaint: { reference, service: 'bins', channel: 'web' },
      people: [{ role: 'complainant', name: 'Łukasz O’Neill', adjustments: ['large-print'] }],
      stages: [{ number: 1, points: [] }],
      messages: [{ template: 'acknowledgement' }, { template: 'new-submission' }],
      authority: null,
      notes: [],
      group: [],
    })
    expect(JSON.stringify(found)).not.toMatch(/proof|submission_id|access_key/)
    const [event] = await db().query(
      `select e.event, e.actor from heard.audit_events e join heard.complaints c on c.id = e.complaint_id
       where c.reference = $1 order by e.id desc limit 1`,
      [reference],
    )
    expect(event).toEqual({ event: 'case-read', actor: `staff-${staff}` })
    const again = await atTheDesk<Case>(db(), 'desk_case', { reference })
    expect(again.events.at(-1)).toMatchObject({ event: 'case-read', by: 'Ines Harrow' })
    expect(await atTheDesk(db(), 'desk_case', { reference: '222-222-222' })).toBeNull()
  })

  it('lists what came without a code, and shows it to be matched', async () => {
    const [kept] = await db().query<{ id: string }>(
      `insert into heard.additions (submission_id, verified, kind, reference, sender_name, language, form_version,
         received_at, received_on, answers, transcript)
       values (gen_random_uuid(), false, 'more', '7KM-2RX-9TC', 'Idris Kemble', 'en', '1', now(), heard.today(), '{}',
         '[{"question": "What?", "answer": ["A word"]}]') returning id`,
    )
    const { rows } = await list('to-match')
    expect(rows).toMatchObject([{ addition: kept!.id, reference: '7KM-2RX-9TC' }])
    expect(JSON.stringify(rows)).not.toContain('Idris')
    expect((await lists())['to-match']).toBe(1)
    expect(await atTheDesk(db(), 'desk_addition', { addition: kept!.id })).toMatchObject({
      sender_name: 'Idris Kemble',
    })
    expect(await atTheDesk(db(), 'desk_addition', { addition: randomUUID() })).toBeNull()
  })

  it('exports dates and decisions of a time, and no name and no word of anybody', async () => {
    await complaint(db())
    const rows = await atTheDesk<ExportRow[]>(db(), 'desk_export', {
      from_day: '2026-11-01',
      to_day: '2026-11-30',
    })
    expect(rows.length).toBeGreaterThan(1)
    expect(rows[0]).toMatchObject({ channel: 'web', stages: [{ number: 1 }] })
    expect(JSON.stringify(rows)).not.toMatch(/O’Neill|emptied|example\.org|Ines/)
    expect(await atTheDesk(db(), 'desk_export', { from_day: '2019-01-01', to_day: '2019-02-01' })).toEqual([])
    for (const [from_day, to_day] of [
      ['2026-11-30', '2026-11-01'],
      ['2020-01-01', '2026-11-30'],
    ])
      expect(await refusalOf(atTheDesk(db(), 'desk_export', { from_day, to_day }))).toMatchObject({
        message: 'out-of-range',
      })
  })

  it('gives a letter to a person to print, and none to a team', async () => {
    const reference = await complaint(db())
    const messages = await db().query<{ id: string; recipient: string }>(
      `select m.id, m.recipient from heard.outgoing_messages m join heard.complaints c on c.id = m.complaint_id
       where c.reference = $1`,
      [reference],
    )
    const of = (recipient: string) => messages.find((each) => each.recipient === recipient)!.id
    expect(await atTheDesk(db(), 'desk_letter', { message: of('complainant') })).toMatchObject({
      reference,
      name: 'Łukasz O’Neill',
      message: { template: 'acknowledgement', complaint: { reference } },
    })
    expect(await atTheDesk(db(), 'desk_letter', { message: of('complaints-team') })).toBeNull()
  })

  it('gives no file that was not looked through', async () => {
    expect(await atTheDesk(db(), 'desk_file', { id: randomUUID() })).toBeNull()
  })

  it.each([
    ['desk_lists', {}],
    ['desk_list', { list: 'new', page: 1 }],
    ['desk_case', { reference: '222-222-222' }],
    ['desk_addition', { addition: randomUUID() }],
    ['desk_export', { from_day: '2026-11-01', to_day: '2026-11-30' }],
    ['desk_file', { id: randomUUID() }],
    ['desk_letter', { message: randomUUID() }],
    ['desk_end', {}],
  ])('refuses %s to whoever is not on the list', async (name, args) => {
    expect(await refusalOf(atTheDesk(db(), name, args, { email: 'stranger@example.org' }))).toMatchObject({
      code: 'PT403',
      message: 'not-staff',
    })
  })

  it.each([
    { list: 'everything', page: 1 },
    { list: 'new', page: 0 },
    { list: 'new', page: 1001 },
  ])('has no such list: %j', async (args) => {
    expect(await refusalOf(atTheDesk(db(), 'desk_list', args))).toMatchObject({ message: 'out-of-range' })
  })
})
