import { expect, it } from 'vitest'
import { aSubmission, refusalOf, submit } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'

onEveryDatabase('the audit', (db) => {
  it('tells what happened without a word about the person', async () => {
    const sent = aSubmission()
    await submit(db(), sent)
    const [event] = await db().query(
      `select event, actor, details from heard.audit_events
       where complaint_id = (select id from heard.complaints where submission_id = $1)`,
      [sent.submission_id],
    )
    expect(event).toEqual({ event: 'complaint-received', actor: 'portal', details: { channel: 'web' } })
  })

  it.each([
    `update heard.audit_events set event = 'nothing-happened'`,
    `update heard.audit_events set event = 'nothing-happened' where false`,
    'delete from heard.audit_events',
    'truncate heard.audit_events',
    'truncate heard.complaints, heard.audit_events cascade',
  ])('refuses the owner, too: %s', async (statement) => {
    await submit(db(), aSubmission())
    const all = `select to_jsonb(e) as event from heard.audit_events e order by id`
    const before = await db().query(all)
    expect(await refusalOf(db().query(statement))).toMatchObject({
      code: 'P0001',
      message: 'audit-is-append-only',
    })
    expect(await db().query(all)).toEqual(before)
  })

  it('stays when a complaint is erased', async () => {
    const sent = aSubmission()
    await submit(db(), sent)
    const [erased] = await db().query<{ id: string }>(
      'delete from heard.complaints where submission_id = $1 returning id',
      [sent.submission_id],
    )
    const events = await db().query('select event from heard.audit_events where complaint_id = $1', [
      erased!.id,
    ])
    expect(events).toEqual([{ event: 'complaint-received' }])
    const parts = await db().query('select from heard.people where complaint_id = $1', [erased!.id])
    expect(parts).toHaveLength(0)
  })
})
