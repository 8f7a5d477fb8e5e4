import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { addStaff, atTheDesk } from './a-member-of-staff.ts'
import { aSubmission, rowsOf, submit } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'

const aTryOut = () => aSubmission((submission) => void (submission.channel = 'try-out'))

onEveryDatabase('a complaint that the site sends to itself', (db) => {
  const told = async () => {
    const [row] = await db().as<{ rows: unknown }>(
      'reports',
      'select api.figures(current_date - 300, current_date + 60) as rows',
    )
    return {
      figures: row!.rows,
      lists: await atTheDesk(db(), 'desk_lists'),
      all: (await atTheDesk<{ rows: unknown }>(db(), 'desk_list', { list: 'all-open', page: 1 })).rows,
    }
  }
  const became = async (id: string) =>
    (await db().as<{ is: unknown }>('portal', 'select api.try_out($1) as is', [id]))[0]!.is

  it('is in no figure and no list, though it is in the record', async () => {
    await addStaff(db())
    await submit(db(), aSubmission())
    const before = await told()
    const tried = aTryOut()
    await submit(db(), tried)
    expect(await rowsOf(db(), tried.submission_id)).toMatchObject({ complaints: 1, people: 1, stages: 1 })
    expect(await told()).toEqual(before)
    expect(JSON.stringify(before.figures)).toContain('"kind":"complaint"')
  })

  it('is no letter that waits, where a monitor asks', async () => {
    const tried = aTryOut()
    await submit(db(), tried)
    const waits = (submission: string) =>
      db().query(
        `update heard.outgoing_messages m set first_attempt_at = now() - interval '1 day'
         from heard.complaints c where c.id = m.complaint_id and c.submission_id = $1`,
        [submission],
      )
    const oldest = async () =>
      (
        await db().as<{ n: number }>('portal', `select (api.health() ->> 'oldest_waiting_seconds')::int as n`)
      )[0]!.n
    await waits(tried.submission_id)
    expect(await oldest()).toBeLessThan(80_000)
    const real = aSubmission()
    await submit(db(), real)
    await waits(real.submission_id)
    expect(await oldest()).toBeGreaterThan(80_000)
  })

  it('is told to no case system', async () => {
    await db().query('insert into heard.case_system (asking) values (true) on conflict do nothing')
    const told = async (submission: string) =>
      (
        await db().query(
          `select h.event from heard.outgoing_hooks h join heard.complaints c on c.id = h.complaint_id
           where c.submission_id = $1`,
          [submission],
        )
      ).length
    const [real, tried] = [aSubmission(), aTryOut()]
    await submit(db(), real)
    await submit(db(), tried)
    expect([await told(real.submission_id), await told(tried.submission_id)]).toEqual([1, 0])
  })

  it('is known to have been kept, and to have its letter sent once that has gone', async () => {
    const tried = aTryOut()
    await submit(db(), tried)
    expect(await became(tried.submission_id)).toEqual({ kept: true, letter_sent: false })
    await db().query(
      `update heard.outgoing_messages m set sent_at = now(), provider_id = 'provider', first_attempt_at = now()
       from heard.complaints c where c.id = m.complaint_id and c.submission_id = $1`,
      [tried.submission_id],
    )
    expect(await became(tried.submission_id)).toEqual({ kept: true, letter_sent: true })
  })

  it('tells nothing of what anybody else sent', async () => {
    const real = aSubmission()
    await submit(db(), real)
    const nothing = { kept: false, letter_sent: false }
    expect(await became(real.submission_id)).toEqual(nothing)
    expect(await became(randomUUID())).toEqual(nothing)
  })

  it('is deleted with all that belongs to it, and nothing else is', async () => {
    const [real, tried] = [aSubmission(), aTryOut()]
    await submit(db(), real)
    await submit(db(), tried)
    const kept = await rowsOf(db(), real.submission_id)
    await db().as('portal', 'select api.end_try_outs()')
    expect(await rowsOf(db(), real.submission_id)).toEqual(kept)
    expect(await rowsOf(db(), tried.submission_id)).toMatchObject({ complaints: 0 })
    expect(await db().query(`select id from heard.complaints where channel = 'try-out'`)).toEqual([])
    expect(await db().as('portal', 'select api.end_try_outs() as n')).toEqual([{ n: 0 }])
  })
})
