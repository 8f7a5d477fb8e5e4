import { expect, it } from 'vitest'
import type { Database } from '../support/databases.ts'
import { aCompliment, aSubmission, refusalOf, submit } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'

interface Joined {
  group: string
  references: string[]
}

/** As the team's desk will; the owner until there is one. */
const join = async (db: Database, references: readonly string[], change: object = {}): Promise<Joined> => {
  const [row] = await db.query<{ joined: Joined }>('select api.join_group($1::jsonb) as joined', [
    JSON.stringify({ actor: 'ann', references, about: 'The bridge that is shut', ...change }),
  ])
  return row!.joined
}
const leave = async (db: Database, reference: string): Promise<boolean> => {
  const [row] = await db.query<{ gone: boolean }>('select api.leave_group($1::jsonb) as gone', [
    JSON.stringify({ actor: 'ann', reference }),
  ])
  return row!.gone
}
const complaints = async (db: Database, many: number) =>
  Promise.all(Array.from({ length: many }, async () => (await submit(db, aSubmission())).reference))

onEveryDatabase('several people’s complaints on one thing', (db, { parallel }) => {
  it('are joined, and each keeps its own person, stage and letters', async () => {
    const references = await complaints(db(), 3)
    const { group, references: all } = await join(db(), references)
    expect([...all].sort()).toEqual([...references].sort())
    const own = await db().query(
      `select count(distinct p.id)::int as people, count(distinct s.complaint_id)::int as stages,
         count(distinct m.id)::int as letters
       from heard.complaints c
       join heard.people p on p.complaint_id = c.id join heard.stages s on s.complaint_id = c.id
       join heard.outgoing_messages m on m.complaint_id = c.id and m.recipient = 'complainant'
       where c.group_id = $1`,
      [group],
    )
    expect(own).toEqual([{ people: 3, stages: 3, letters: 3 }])
  })

  it('can be more later, by any one that is in the group already; twice is once', async () => {
    const [one, two, three] = (await complaints(db(), 3)) as [string, string, string]
    const first = await join(db(), [one, two])
    expect((await join(db(), [two, three], { about: null })).group).toBe(first.group)
    expect((await join(db(), [one, two, three])).references).toHaveLength(3)
    const events = await db().query(
      `select c.reference from heard.audit_events e join heard.complaints c on c.id = e.complaint_id
       where e.event = 'joined-group' and e.actor = 'ann' and c.reference = any ($1) order by 1`,
      [[one, two, three]],
    )
    expect(events.map((row) => (row as { reference: string }).reference)).toEqual([one, two, three].sort())
  })

  it('can be taken apart again, one by one', async () => {
    const [one, two] = (await complaints(db(), 2)) as [string, string]
    const { group } = await join(db(), [one, two])
    expect(await leave(db(), one)).toBe(true)
    expect(await leave(db(), one)).toBe(false)
    const left = await db().query('select reference from heard.complaints where group_id = $1', [group])
    expect(left).toEqual([{ reference: two }])
  })

  it('of two groups stay two: nobody joins them unseen', async () => {
    const [a, b, c, d] = (await complaints(db(), 4)) as [string, string, string, string]
    await join(db(), [a, b])
    await join(db(), [c, d])
    expect(await refusalOf(join(db(), [b, c]))).toMatchObject({ message: 'in-two-groups' })
  })

  it('get one report, which has its day', async () => {
    const { group } = await join(db(), await complaints(db(), 2))
    const report = `update heard.groups set report = 'The bridge is safe.' where id = $1`
    expect((await refusalOf(db().query(report, [group]))).message).toContain('a_report_has_its_day')
  })

  it.each([
    ['out-of-range', ['one'], {}],
    ['no-such-complaint', ['one', '222-222-222'], {}],
    ['no-such-complaint', ['one', 'thanks'], {}],
    ['missing', ['one', 'two'], { about: null }],
    ['group-refused', ['one', 'two'], { about: '' }],
    ['wrong-type', ['one', 'two'], { actor: 'portal' }],
    ['wrong-type', ['one', 'two'], { references: [1, 2] }],
    ['unknown-key', ['one', 'two'], { name: 'x' }],
  ])('are refused as %s: %j with %j', async (message, names, change) => {
    const [one, two] = (await complaints(db(), 2)) as [string, string]
    const thanks = (await submit(db(), aCompliment())).reference
    const known: Record<string, string> = { one, two, thanks }
    const refusal = await refusalOf(
      join(
        db(),
        names.map((name) => known[name] ?? name),
        change,
      ),
    )
    expect(refusal).toMatchObject({ code: 'PT400', message })
    expect(
      await db().query('select from heard.complaints where reference = any ($1) and group_id is not null', [
        [one, two],
      ]),
    ).toEqual([])
  })

  it.skipIf(!parallel)('joined by two people at once are one group', async () => {
    const [one, two, three] = (await complaints(db(), 3)) as [string, string, string]
    const both = await Promise.all([join(db(), [one, two]), join(db(), [three, two])])
    expect(new Set(both.map(({ group }) => group)).size).toBe(1)
  })
})
