import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from './database.ts'
import { takeDataFolder, type Running } from './data-folder.ts'
import { Refusal } from './refusal.ts'
import { localSecrets, type Secrets } from './secrets.ts'

/** The record in the data folder of this machine, open for one command. */
export interface LocalRecord {
  /** What SUPABASE_URL would hold. */
  readonly url: string
  readonly secrets: Secrets
  /** Runs one SQL text as the owner of the record, and gives its rows. */
  sql(text: string): Promise<unknown[]>
  close(): Promise<void>
}

/**
 * Opens the record of the data folder (HEARD_DATA, or .heard/data), or reaches the one that a running portal
 * has open: two may not open it at once. Throws a Refusal where neither can be.
 */
export async function openRecord(root: string): Promise<LocalRecord> {
  const folder = process.env['HEARD_DATA'] ?? join(root, '.heard/data')
  const running = runningOn(folder)
  if (running) {
    const secrets = localSecrets(folder)
    return { url: running.databaseUrl, secrets, sql: asOwner(running.databaseUrl, secrets), async close() {} }
  }
  const data = takeDataFolder(folder)
  process.umask(0o077)
  const secrets = localSecrets(data.path)
  const database = await openDatabase(root, join(data.path, 'database'), secrets)
  return {
    url: database.url,
    secrets,
    sql: asOwner(database.url, secrets),
    async close() {
      await database.close()
      data.release()
    },
  }
}

/** What a portal that still runs says of itself. A stopped one takes it back, unless it was killed. */
function runningOn(folder: string): Running | null {
  const file = join(folder, 'running.json')
  if (!existsSync(file)) return null
  const running = JSON.parse(readFileSync(file, 'utf8')) as Running
  try {
    process.kill(running.pid, 0)
    return running
  } catch {
    return null
  }
}

const asOwner =
  (url: string, { secretKey }: Secrets) =>
  async (text: string): Promise<unknown[]> => {
    const answer = await fetch(`${url}/_sql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secretKey}` },
      body: text,
    })
    if (!answer.ok)
      throw new Refusal(`The record did not take it: HTTP ${answer.status}. Nothing was changed.`)
    return (await answer.json()) as unknown[]
  }
