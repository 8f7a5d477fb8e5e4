import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A small project of its own, with all that the local server reads. */
export interface Fixture {
  readonly root: string
  write(path: string, text: string): void
  remove(): void
}

/** Makes a project in a temporary folder; `files` are added to, or replace, what it starts with. */
export function fixture(files: Record<string, string> = {}): Fixture {
  const root = mkdtempSync(join(tmpdir(), 'heard-fixture-'))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  symlinkSync(join(import.meta.dirname, '../../node_modules'), join(root, 'node_modules'))
  for (const [path, text] of Object.entries({ ...base, ...files })) write(path, text)
  return { root, write, remove: () => rmSync(root, { recursive: true, force: true }) }
}

const base = {
  'package.json': '{ "type": "module" }',
  'supabase/config.toml': '[api]\nschemas = ["api"]\n',
  'supabase/migrations/20260101000000_notes.sql': `
    create role portal nologin;
    create schema api;
    create schema heard;
    create table heard.notes (id uuid primary key, words text not null check (words not like 'refused%'));
    alter table heard.notes enable row level security;
    create function api.keep_note(id uuid, words text) returns void
      language sql security definer set search_path = ''
      as $$ insert into heard.notes values ($1, $2) $$;
    create function api.raise(id uuid, words text) returns void language plpgsql
      as $$ begin raise exception using message = 'too-many', detail = 'notes'; end $$;
    revoke execute on function api.keep_note, api.raise from public;
    grant usage on schema api to portal;
    grant execute on function api.keep_note, api.raise to portal;`,
  'netlify.toml': `
    [build]
    publish = "dist"
    [functions]
    directory = "functions"
    [[headers]]
    for = "/*"
    [headers.values]
    X-From = "everywhere"
    Cache-Control = "public, max-age=0, must-revalidate"
    [[headers]]
    for = "/_astro/*"
    [headers.values]
    Cache-Control = "public, max-age=31536000, immutable"
    [[redirects]]
    from = "/old"
    to = "/about/"
    [[redirects]]
    from = "/news/:year/*"
    to = "/archive/:year/:splat"
    status = 302
    [[redirects]]
    from = "/about"
    to = "/never/"
    [[redirects]]
    from = "/withdrawn"
    to = "/gone.html"
    status = 410
    [[redirects]]
    from = "/forced"
    to = "/about/"
    force = true`,
  'dist/index.html': `<!doctype html><title>Home</title>${'<p>How to complain</p>'.repeat(50)}`,
  'dist/about/index.html': '<!doctype html><title>About</title>',
  'dist/forced/index.html': '<!doctype html><title>Forced</title>',
  'dist/gone.html': '<!doctype html><title>Gone</title>',
  'dist/404.html': '<!doctype html><title>Not found</title>',
  'dist/_astro/form.abc123.js': 'export {}',
  'functions/echo.ts': `
    import type { Config, Context } from '@netlify/functions'
    export default async (request: Request, context: Context) =>
      Response.json({ method: request.method, params: context.params, ip: context.ip, body: await request.text() })
    export const config: Config = { path: '/api/echo/:what', method: 'POST' }`,
  'functions/fault.ts': `
    export default async (request: Request) => { throw new TypeError('broke on ' + await request.text()) }
    export const config = { path: '/api/fault' }`,
  'functions/mail.ts': `
    import { Resend } from 'resend'
    const send = (subject: string) =>
      new Resend(process.env.RESEND_API_KEY).emails.send(
        { from: process.env.MAIL_FROM!, to: 'ann@example.org', subject, text: 'Hello' })
    export default async (request: Request, context: { waitUntil(promise: Promise<unknown>): void }) => {
      const { now, later } = await request.json()
      if (now) await send(now)
      if (later) context.waitUntil(new Promise((resolve) => setTimeout(resolve, 1000)).then(() => send(later)))
      return new Response(null, { status: 303, headers: { location: '/about/' } })
    }
    export const config = { path: '/api/mail' }`,
  'functions/note.ts': `
    import { PostgrestClient } from '@supabase/postgrest-js'
    const database = new PostgrestClient(process.env.SUPABASE_URL + '/rest/v1', {
      schema: 'api',
      headers: {
        apikey: process.env.SUPABASE_PUBLISHABLE_KEY!, Authorization: 'Bearer ' + process.env.PORTAL_TOKEN } })
    export default async (request: Request) => {
      const { error } = await database.rpc('keep_note', await request.json())
      return Response.json({ code: error?.code ?? null }, { status: error ? 502 : 200 })
    }
    export const config = { path: '/api/note' }`,
  'functions/nightly.ts': `
    export default async (request: Request) => Response.json(await request.json())
    export const config = { schedule: '@daily' }`,
}
