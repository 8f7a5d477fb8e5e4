import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { outbox } from '../../src/adapters/outbox.ts'
import type { Failed, Outbox } from '../../src/complaints/outbox.ts'
import { sendMail, type Sending } from '../../src/complaints/send-mail.ts'
import { council } from '../../src/council/council.ts'
import { submission } from '../../src/complaints/submit.ts'
import { letTimePass, told } from '../database/the-outbox.ts'
import { wording } from '../form/journeys.ts'
import { databases, type Database } from '../support/databases.ts'
import { madeUp, sent } from './made-up.ts'

/** How many people write during the outage. Each is sent a letter, and so is the team. */
const people = 6

/** What the post office does with a letter at an hour: takes it and says so, takes it and falls silent, or neither. */
type Fault = 'none' | 'silent-and-taken' | 'silent' | 'no-line' | 'busy'

const failures: Readonly<Record<Exclude<Fault, 'none'>, Failed>> = {
  'silent-and-taken': { reason: 'no-answer', outcome: 'unknown' },
  silent: { reason: 'http-503', outcome: 'unknown' },
  'no-line': { reason: 'no-connection', outcome: 'refused' },
  busy: { reason: 'rate_limit_exceeded', outcome: 'refused' },
}

let db: Database
beforeAll(async () => {
  db = await databases()[0]!.open()
})
afterAll(() => db.close())
beforeEach(() => db.query('delete from heard.complaints'))

/**
 * A post office that forgets after 24 hours what it took, as Resend does: from then on it would take the same letter
 * again. `hour` is its clock; the record's own goes along with it.
 */
function postOffice() {
  const office = {
    hour: 0,
    fault: (() => 'none') as () => Fault,
    /** How often each letter reached its reader, by its key. */
    delivered: new Map<string, number>(),
    /** Letters whose words were not the same as the first time: Resend refuses them. */
    changed: 0,
  }
  const taken = new Map<string, { hash: string; at: number }>()
  const hash: Sending['post']['hash'] = (mail, key) => madeUp.keys.proof(JSON.stringify([mail, key]))
  const post: Sending['post'] = {
    hash,
    async send(mail, key) {
      const fault = office.fault()
      if (fault === 'none' || fault === 'silent-and-taken') {
        const before = taken.get(key)
        const remembered = before && office.hour - before.at < 24
        if (remembered && before.hash !== hash(mail, key)) {
          office.changed += 1
          return { reason: 'invalid_idempotent_request', outcome: 'never' }
        }
        if (!remembered) {
          taken.set(key, { hash: hash(mail, key), at: office.hour })
          office.delivered.set(key, (office.delivered.get(key) ?? 0) + 1)
        }
      }
      return fault === 'none' ? { id: `mail-${key}` } : failures[fault]
    },
  }
  return { office, post }
}

/** The outbox of the database, as the role mailer. */
const waiting: Outbox = outbox(async <Answer>(name: string, args: Readonly<Record<string, unknown>>) => {
  const named = Object.keys(args).map((key, place) => `${key} => $${place + 1}`)
  const values = Object.values(args).map((value) => (Object(value) === value ? JSON.stringify(value) : value))
  const rows = await db.as<{ answer: unknown }>(
    'mailer',
    `select api.${name}(${named.join(', ')}) as answer`,
    values,
  )
  return (name === 'claim_messages' ? rows.map(({ answer }) => answer) : rows[0]?.answer) as Answer
})

/** Somebody complains; their acknowledgement and the team's letter wait. */
async function complain(): Promise<void> {
  const made = submission(sent({}, { submissionId: randomUUID() }))
  await db.as('portal', 'select api.submit_complaint($1::jsonb)', [JSON.stringify(made)])
}

/** Sends for so many hours, once or twice in each; people write in the first six. */
async function live(
  hours: number,
  fault: (hour: number) => Fault,
  meanwhile?: (hour: number) => Promise<unknown>,
) {
  const { office, post } = postOffice()
  office.fault = () => fault(office.hour)
  const sending: Sending = {
    outbox: waiting,
    post,
    council,
    wordingIn: () => wording,
    ...madeUp,
    now: () => new Date('2026-12-18T10:00:00Z'),
    jitter: () => 0.5,
  }
  for (; office.hour < hours; office.hour += 1) {
    if (office.hour < people) await complain()
    await sendMail(sending)
    await meanwhile?.(office.hour)
    await letTimePass(db, '1 hour')
  }
  const rows = await db.query<{ id: string; sent: boolean; task: string | null; settled: boolean | null }>(
    `select m.id, m.sent_at is not null as sent, t.kind as task, t.settled_at is not null as settled
     from heard.outgoing_messages m left join heard.team_tasks t on t.message_id = m.id`,
  )
  const arrived = [...office.delivered.values()]
  return {
    office,
    rows,
    counts: {
      stored: rows.length,
      sent: rows.filter(({ sent }) => sent).length,
      tasks: rows.filter(({ task, settled }) => task && !settled).length,
      twice: arrived.filter((times) => times > 1).length,
      // Neither sent, nor a task, nor on its way any more.
      lost: (
        await db.query(
          `select from heard.outgoing_messages m where m.sent_at is null and m.failed_at is not null
             and not exists (select from heard.team_tasks t where t.message_id = m.id)`,
        )
      ).length,
    },
  }
}

const all = people * 2

describe('a day without mail', () => {
  it.each<Fault>(['no-line', 'busy'])(
    'loses nothing and sends nothing twice where it is known that nothing was taken: %s',
    async (fault) => {
      const { counts } = await live(30, (hour) => (hour < 24 ? fault : 'none'))
      expect(counts).toEqual({ stored: all, sent: all, tasks: 0, twice: 0, lost: 0 })
    },
  )

  it('asks the team about each letter where nobody knows whether it was taken', async () => {
    const { counts, office } = await live(30, (hour) => (hour < 24 + people ? 'silent' : 'none'))
    expect(counts).toEqual({ stored: all, sent: 0, tasks: all, twice: 0, lost: 0 })
    expect(office.delivered.size).toBe(0)
  })

  it('has its questions answered by the mail provider where the letters had arrived', async () => {
    const { counts, rows, office } = await live(30, (hour) =>
      hour < 24 + people ? 'silent-and-taken' : 'none',
    )
    expect(counts).toEqual({ stored: all, sent: 0, tasks: all, twice: 0, lost: 0 })
    expect(office.delivered.size).toBe(all)
    for (const { id } of rows) await told(db, 'delivered', id)
    const [open] = await db.query(
      'select count(*)::int as many from heard.team_tasks where settled_at is null',
    )
    expect(open).toEqual({ many: 0 })
  })

  it('that is over within 23 hours leaves nothing to ask', async () => {
    const { counts } = await live(24, (hour) => (hour < 16 ? 'silent-and-taken' : 'none'))
    expect(counts).toEqual({ stored: all, sent: all, tasks: 0, twice: 0, lost: 0 })
  })
})

it('four days without a line give each letter up, and tell the team of each', async () => {
  const { counts } = await live(84, () => 'no-line')
  expect(counts).toEqual({ stored: all, sent: 0, tasks: all, twice: 0, lost: 0 })
})

it('whatever happens in whatever order, no letter goes twice and none is lost', async () => {
  const faults: readonly Fault[] = ['silent-and-taken', 'silent', 'no-line', 'busy', 'none']
  // A fixed row of accidents, another for each letter: the fault's turn is moved on with every try.
  let turn = 7
  const { counts, office } = await live(84, () => {
    turn = (turn * 16_807) % 2_147_483_647
    return faults[turn % (turn % 3 ? 4 : 5)]!
  })
  expect([counts.stored, counts.sent + counts.tasks]).toEqual([all, all])
  expect([counts.twice, counts.lost, office.changed]).toEqual([0, 0, 0])
  expect(counts.sent).toBeGreaterThan(0)
})

it('a letter that comes out otherwise after its answer was lost is not sent again: the team is asked', async () => {
  const { office, counts } = await live(
    9,
    (hour) => (hour < 6 ? 'silent-and-taken' : 'none'),
    // Somebody's name is put right meanwhile.
    (hour) => (hour === 5 ? db.query(`update heard.people set name = 'Zofia Example'`) : Promise.resolve()),
  )
  expect(office.delivered.size).toBe(all)
  expect(office.changed).toBe(0)
  // The person's own letter says the name. The team's says what was written, and has stayed as it was.
  expect(counts).toEqual({ stored: all, sent: people, tasks: people, twice: 0, lost: 0 })
})
