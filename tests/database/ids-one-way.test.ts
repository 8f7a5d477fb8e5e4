import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { keptId } from '../../src/http/kept-id.ts'
import { migrationFiles } from '../support/databases.ts'
import { aSubmission, submit } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'

const { sql } = migrationFiles().find(({ name }) => name.includes('ids_one_way'))!
const turns = [...sql.matchAll(/^update [^;]+;/gm)].map(([statement]) => statement)

onEveryDatabase('a submission’s id', (db) => {
  it('that was kept before is turned into what the site makes of it, and sent again is still one', async () => {
    const plain = randomUUID()
    const { reference } = await submit(db(), { ...aSubmission(), submission_id: plain })
    expect(turns).toHaveLength(3)
    for (const statement of turns) await db().query(statement)
    const kept = await db().query('select submission_id from heard.complaints where reference = $1', [
      reference,
    ])
    expect(kept).toEqual([{ submission_id: keptId(plain) }])
    expect(await submit(db(), { ...aSubmission(), submission_id: keptId(plain) })).toMatchObject({
      reference,
      created: false,
    })
  })
})
