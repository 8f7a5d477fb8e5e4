import type { Database } from '../support/databases.ts'

type Row = Record<string, unknown>

/** The officer of these tests. */
export const officer = { email: 'ines.harrow@example.org', name: 'Ines Harrow' } as const

/** Puts somebody on the list of those who may sign in, and gives their id: in the audit they are `staff-` and this. */
export async function addStaff(
  db: Database,
  who: { email: string; name: string } = officer,
): Promise<string> {
  const [added] = await db.query<{ id: string }>('select heard.add_staff($1, $2) as id', [
    who.email,
    who.name,
  ])
  return added!.id
}

/** Calls a function of the desk as the request of somebody who has signed in would: by name, with named arguments. */
export async function atTheDesk<Answer = Row>(
  db: Database,
  name: string,
  args: Readonly<Record<string, unknown>> = {},
  who: { email: string; session_id?: string } = officer,
): Promise<Answer> {
  const named = Object.keys(args).map((key, place) => `${key} => $${place + 1}`)
  const values = Object.values(args).map((value) =>
    typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
  )
  const [row] = await db.as<{ answer: Answer }>(
    'staff',
    `select api.${name}(${named.join(', ')}) as answer`,
    values,
    { ...who },
  )
  return row!.answer
}
