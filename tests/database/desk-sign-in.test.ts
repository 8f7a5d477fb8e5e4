import { createHash, randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { addStaff, atTheDesk, officer } from './a-member-of-staff.ts'
import { refusalOf } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'

const aProof = () => createHash('sha256').update(randomUUID()).digest('base64url')

onEveryDatabase('signing in to the desk', (db) => {
  const tries = (who: string) => db().as('portal', 'select api.count_sign_in_try($1)', [who])

  it('may be tried ten times an hour for an address, whoever tries, and no more until the next', async () => {
    const [one, other] = [aProof(), aProof()]
    for (let time = 0; time < 10; time += 1) await tries(one)
    expect(await refusalOf(tries(one))).toMatchObject({ code: 'PT429', message: 'too-many-tries' })
    await tries(other)
    await db().query(`update heard.sign_in_tries set in_hour = in_hour - interval '1 hour' where who = $1`, [
      one,
    ])
    await tries(one)
  })

  it('keeps no count for more than a day, and no address at all', async () => {
    const old = aProof()
    await tries(old)
    await db().query(
      `update heard.sign_in_tries set in_hour = in_hour - interval '26 hours' where who = $1`,
      [old],
    )
    await tries(aProof())
    expect(await db().query('select from heard.sign_in_tries where who = $1', [old])).toEqual([])
    expect(await refusalOf(tries(officer.email))).toMatchObject({ code: 'PT400', message: 'wrong-type' })
  })

  it('greets whoever is on the list, and nobody else', async () => {
    await addStaff(db())
    expect(await atTheDesk(db(), 'desk_begin')).toEqual({ name: officer.name })
    expect(
      await refusalOf(atTheDesk(db(), 'desk_begin', {}, { email: 'stranger@example.org' })),
    ).toMatchObject({ code: 'PT403', message: 'not-staff' })
  })

  it('ends with signing out, whatever the token says, and only for that session', async () => {
    await addStaff(db())
    const here = { ...officer, session_id: randomUUID() }
    const elsewhere = { ...officer, session_id: randomUUID() }
    await atTheDesk(db(), 'desk_end', {}, here)
    expect(await refusalOf(atTheDesk(db(), 'desk_begin', {}, here))).toMatchObject({ code: 'PT403' })
    expect(await atTheDesk(db(), 'desk_begin', {}, elsewhere)).toEqual({ name: officer.name })
  })
})
