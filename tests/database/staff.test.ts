import { expect, it } from 'vitest'
import type { Database } from '../support/databases.ts'
import { addStaff, officer } from './a-member-of-staff.ts'
import { refusalOf } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'

/** Asks as the owner, who stands in for a function of the desk, with a token's claims. */
const asks = (db: Database, claims: Record<string, unknown> | null, what: string) =>
  db.query<{ id: string }>(
    `with told as materialized (select set_config('request.jwt.claims', $1, true))
     select answer.* from told, lateral (${what}) as answer`,
    [claims ? JSON.stringify(claims) : ''],
  )
const whoActs = 'select w.id from heard.who_acts() w'
const notStaff = { code: 'PT403', message: 'not-staff', detail: 'token' }

onEveryDatabase('the list of staff', (db, engine) => {
  it('knows somebody by the address in their token, however it is written', async () => {
    const id = await addStaff(db(), { email: ' Ines.Harrow@Example.org ', name: officer.name })
    expect(await asks(db(), { email: 'ines.harrow@example.ORG' }, whoActs)).toEqual([{ id }])
  })

  it.each([
    ['nobody has signed in', null],
    ['a token names no address', { role: 'staff', sub: '00000000-0000-0000-0000-000000000000' }],
    ['somebody is not on the list', { email: 'stranger@example.org', role: 'staff' }],
  ])('refuses where %s', async (_, claims) => {
    await addStaff(db())
    expect(await refusalOf(asks(db(), claims, whoActs))).toMatchObject(notStaff)
  })

  it('stops somebody who was removed at once, and lets them in again as the same person', async () => {
    const who = { email: 'left@example.org', name: 'Otis Lane' }
    const id = await addStaff(db(), who)
    expect(await db().query('select heard.remove_staff($1) as removed', ['LEFT@example.org'])).toEqual([
      { removed: true },
    ])
    expect(await refusalOf(asks(db(), who, whoActs))).toMatchObject(notStaff)
    expect(await addStaff(db(), who)).toBe(id)
    expect(await asks(db(), who, whoActs)).toEqual([{ id }])
    expect(await db().query(`select heard.remove_staff('nobody@example.org') as removed`)).toEqual([
      { removed: false },
    ])
  })

  it('writes down who did what by their id, without their name or address', async () => {
    const id = await addStaff(db())
    await asks(db(), officer, `select heard.audited('staff-tested', null, '{"code":"x"}')`)
    const [event] = await db().query(
      `select event, actor, details, to_jsonb(e)::text as whole from heard.audit_events e where event = 'staff-tested'`,
    )
    expect(event).toMatchObject({ event: 'staff-tested', actor: `staff-${id}`, details: { code: 'x' } })
    expect(event!['whole']).not.toMatch(/ines|harrow|example/i)
  })

  it.each(['no address', 'two words@example.org', ''])('takes no address that is none: %j', async (email) => {
    expect(await refusalOf(addStaff(db(), { email, name: 'Otis Lane' }))).toMatchObject({ code: '23514' })
  })

  it.runIf(engine.parallel)('lets Supabase make an account for those on the list alone', async () => {
    await addStaff(db())
    const makeAccount = (email: string) =>
      db().as('supabase_auth_admin', `insert into auth.users (email, role) values ($1, 'authenticated')`, [
        email,
      ])
    await makeAccount('Ines.Harrow@example.org')
    expect(await refusalOf(makeAccount('stranger@example.org'))).toMatchObject({
      code: 'PT403',
      message: 'not-staff',
    })
    expect(await db().query('select email, role from auth.users')).toEqual([
      { email: 'Ines.Harrow@example.org', role: 'staff' },
    ])
  })

  it.runIf(engine.parallel)('takes the role away from an account when they are removed', async () => {
    const who = { email: 'leaver@example.org', name: 'Otis Lane' }
    await addStaff(db(), who)
    const account = (what: string) =>
      db().as<{ role: string }>('supabase_auth_admin', `${what} returning role`, [who.email])
    const signIn = `update auth.users set last_sign_in_at = now(), role = 'authenticated' where email = $1`
    expect(await account('insert into auth.users (email) values ($1)')).toEqual([{ role: 'staff' }])
    expect(await account(signIn)).toEqual([{ role: 'staff' }])
    await db().query('select heard.remove_staff($1)', [who.email])
    expect(await account(signIn)).toEqual([{ role: 'authenticated' }])
  })

  it.runIf(engine.parallel)('keeps no password, whoever sets one', async () => {
    const who = { email: 'first@example.org', name: 'Otis Lane' }
    await addStaff(db(), who)
    const account = (what: string) =>
      db().as('supabase_auth_admin', `${what} returning encrypted_password`, [who.email])
    const none = [{ encrypted_password: '' }]
    expect(
      await account(`insert into auth.users (email, encrypted_password) values ($1, 'a stranger chose it')`),
    ).toEqual(none)
    expect(await account(`update auth.users set encrypted_password = 'for later' where email = $1`)).toEqual(
      none,
    )
  })
})
