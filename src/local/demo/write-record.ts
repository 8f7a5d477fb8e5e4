import type { Case } from './case.ts'

/** Runs one SQL text as the owner of the record. */
export type RunSql = (sql: string) => Promise<unknown[]>

/** What a statement may weigh, so that the database's address takes it. */
const casesAtOnce = 250

/** Writes cases into the record as its owner, all of them or none. Rejects with the database's error. */
export async function writeRecord(cases: readonly Case[], run: RunSql): Promise<void> {
  await run('begin')
  try {
    for (let from = 0; from < cases.length; from += casesAtOnce) {
      const some = cases.slice(from, from + casesAtOnce)
      await insert(
        'complaints',
        some.map(({ complaint }) => complaint),
        run,
      )
      await insert(
        'people',
        some.map(({ person }) => person),
        run,
      )
      await insert(
        'stages',
        some.flatMap(({ stages }) => stages),
        run,
      )
      await insert(
        'outgoing_messages',
        some.flatMap(({ messages }) => messages),
        run,
      )
      await insert(
        'audit_events',
        some.flatMap(({ events }) => events),
        run,
      )
    }
  } catch (error) {
    await run('rollback')
    throw error
  }
  await run('commit')
}

async function insert(table: string, rows: readonly Record<string, unknown>[], run: RunSql): Promise<void> {
  if (rows.length === 0) return
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].join(', ')
  const text = JSON.stringify(rows)
  await run(
    `insert into heard.${table} (${columns})
     select ${columns} from jsonb_populate_recordset(null::heard.${table}, $made_up$${text}$made_up$)`,
  )
}
