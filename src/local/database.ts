// First: Supabase Lite looks at the environment while it is loaded.
import './storage-on.ts'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { App, appliedVersions, type DefaultAppConfig } from '@supabase/lite'
import { applyPendingMigrations, listMigrationFiles } from '@supabase/lite/cli'
import { createPgliteConnection, type PgliteConnection } from '@supabase/lite/pglite'
import type { PostgresConnection } from '@supabase/lite/postgres'
import { parse } from 'smol-toml'
import { z } from 'zod'
import { listen } from './listen.ts'
import { Outage } from './outage.ts'
import { onServer } from './on-server.ts'
import { overheard } from './overheard.ts'
import { Refusal } from './refusal.ts'
import { restAnswer } from './rest-answer.ts'
import type { Secrets } from './secrets.ts'
import { asLiteKnowsIt, codesByMail, signInAt, signInSettings, type SendCode } from './sign-in.ts'
import { storageFolder } from './storage-folder.ts'
import { readBody, sendWebResponse, webRequest } from './web.ts'

/** The Supabase that runs inside the portal: PostgreSQL in WebAssembly, with its API over HTTP. */
export interface Database {
  /**
   * What SUPABASE_URL holds. Two more addresses are there for tests: POST to /_outage makes the next requests fail
   * (see Outage); POST a query to /_sql, with the secret key, answers its rows as the owner of the tables sees them.
   */
  readonly url: string
  /** Puts somebody on the list of those who may sign in to the desk, where nobody is on it yet. */
  letSignIn(who: { readonly email: string; readonly name: string }): Promise<void>
  close(): Promise<void>
}

type Connection = PgliteConnection | PostgresConnection
type LiteApp = App<DefaultAppConfig>

const config = z.object({
  api: z.object({ schemas: z.array(z.string()) }),
  auth: signInSettings,
  storage: z.object({ enabled: z.boolean() }).default({ enabled: false }),
})

/** The longest request to the storage, in bytes: its buckets have their own, smaller limit. */
const mostStored = 24_000_000

/** As many as PostgREST keeps by default (db-pool). */
const connectionsAtOnce = 10

/**
 * Opens the database kept in `folder`, brings it up to date with supabase/migrations, and serves its API.
 *
 * With `postgres`, the address of a PostgreSQL (postgres://…) whose superuser this is, that takes the folder's place.
 * Stored files lie in the folder `files` beside it. The migrations are those under the working folder: that is where
 * Supabase Lite looks for them. `sendCode` mails the codes that people sign in with; without it they go nowhere.
 * Throws a Refusal that names the migration which failed.
 */
export async function openDatabase(
  root: string,
  folder: string,
  secrets: Secrets,
  sendCode: SendCode = async () => {},
  postgres?: string,
): Promise<Database> {
  const { api, auth, storage } = config.parse(parse(readFileSync(join(root, 'supabase/config.toml'), 'utf8')))
  const appOn = async (connection: Connection): Promise<LiteApp> => {
    // Lite gives anon, authenticated and service_role every right on each schema that has row level security.
    // Hosted Supabase does not, and ours must refuse as it does: this tells Lite that its work is done.
    Object.assign(connection, { rlsState: 'active' })
    const app: LiteApp = new App({
      connection,
      api: { enabled: true, schemas: api.schemas },
      storage,
      auth: {
        ...auth,
        jwt_secret: secrets.jwtSecret,
        publishable_key: secrets.publishableKey,
        secret_key: secrets.secretKey,
      },
      options: {
        server: { admin: false, disableStudio: true },
        drivers: { email: codesByMail(sendCode) },
      },
    } as unknown as DefaultAppConfig)
    app._storageAdapter = storageFolder(join(dirname(folder), 'files'))
    await withoutWarning(() => app.init())
    return app
  }
  // Lite begins and ends a migration's transaction in statements of their own: they need one connection alone.
  const alone = postgres ? await onServer(postgres, 1) : await createPgliteConnection({ url: folder })
  await alone.exec(roles)
  const migrating = await appOn(alone)
  await migrate(migrating)
  if (postgres) await alone.close()
  const connection = postgres ? await onServer(postgres, connectionsAtOnce) : alone
  const app = postgres ? await appOn(connection) : migrating

  const outage = new Outage()
  const server = await listen(0, async (incoming, outgoing) => {
    const toStorage = incoming.url?.startsWith('/storage/v1/') ?? false
    const read = await readBody(incoming, toStorage ? mostStored : undefined)
    const body = read && signInAt.has(pathOf(incoming.url)) ? asLiteKnowsIt(read) : read
    if (!body) {
      outgoing.writeHead(413).end()
      return
    }
    if (incoming.url === '/_outage') {
      outgoing.writeHead(outage.order(body.toString()) ? 204 : 400).end()
      return
    }
    if (incoming.url === '/_sql' && incoming.headers.authorization === `Bearer ${secrets.secretKey}`) {
      const { rows } = await connection.exec<{ rows: unknown[] }>(body.toString())
      outgoing.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(rows))
      return
    }
    // Lite also shows its settings and a studio to whoever asks. Nothing here needs them.
    const open = toStorage || incoming.url?.startsWith('/rest/v1/') || signInAt.has(pathOf(incoming.url))
    if (!open) {
      outgoing.writeHead(404).end()
      return
    }
    const failure = outage.next()
    if (!failure || failure.after) {
      const response = await restAnswer(() => app.fetch(webRequest(incoming, 'http://127.0.0.1', body)))
      if (!failure) return sendWebResponse(response, outgoing)
    }
    if (failure.status === 0) outgoing.destroy()
    else outgoing.writeHead(failure.status).end()
  })
  return {
    url: server.url,
    async letSignIn({ email, name }) {
      type There = { rows: { there: string | null }[] }
      const { rows } = await connection.exec<There>(`select to_regclass('heard.staff')::text as there`)
      if (!rows[0]?.there) return
      const [as, known] = [email, name].map((text) => `'${text.replaceAll("'", "''")}'`)
      await connection.exec(
        `select heard.add_staff(${as}, ${known}) where not exists (select from heard.staff)`,
      )
    },
    async close() {
      await server.close()
      await connection.close()
    },
  }
}

const pathOf = (url: string | undefined): string => (url ?? '').split('?')[0] ?? ''

/** Lite warns that its storage is not for production, which nothing here is. */
async function withoutWarning(work: () => Promise<unknown>): Promise<void> {
  const { warn } = console
  console.warn = () => {}
  try {
    await work()
  } finally {
    console.warn = warn
  }
}

/** The roles every hosted Supabase has before the first migration. */
const roles = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'anon') then create role anon nologin; end if;
  if not exists (select from pg_roles where rolname = 'authenticated') then create role authenticated nologin; end if;
  if not exists (select from pg_roles where rolname = 'service_role') then
    create role service_role nologin bypassrls;
  end if;
end $$;`

async function migrate(app: LiteApp): Promise<void> {
  let said = ''
  try {
    await overheard(
      ({ message }) => (said = message),
      () => applyPendingMigrations(app),
    )
  } catch (error) {
    const done = new Set(await appliedVersions(app.connection))
    const failed = (await listMigrationFiles(app)).find(({ version }) => !done.has(version))
    throw new Refusal(`supabase/migrations/${failed?.filename}: ${said || String(error)}`)
  }
}
