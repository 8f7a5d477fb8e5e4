import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleForNetlify, netlifyToml } from './netlify.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'heard-netlify-'))
const names = [
  'about-you',
  'add-sent',
  'additions',
  'bring-in',
  'build-daily',
  'clean-up',
  'clear',
  'complain-sent',
  'complaints',
  'consent-code',
  'consent-letter',
  'consent-open',
  'consent-withdraw',
  'consents',
  'desk',
  'drafts',
  'files',
  'follow',
  'follow-open',
  'forget',
  'health',
  'mail-events',
  'make-it-a-complaint',
  'make-it-a-complaint-open',
  'remind-consents',
  'review-sent',
  'reviews',
  'scan-files',
  'send-hooks',
  'send-mail',
  'settle-answers',
  'survey',
  'survey-open',
  'try-out',
  'when',
]

let bundled: Awaited<ReturnType<typeof bundleForNetlify>>
beforeAll(async () => {
  bundled = await bundleForNetlify(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const environment = {
  SUPABASE_URL: 'http://127.0.0.1:1',
  SUPABASE_PUBLISHABLE_KEY: 'key',
  PORTAL_TOKEN: 'token',
  MAILER_TOKEN: 'token',
  RESEND_API_KEY: 're_key',
  MAIL_FROM: 'Complaints <complaints@example.org>',
  HEARD_SECRET: 'a'.repeat(43),
}

/** Calls a bundled function in a process of its own that starts in its folder, as Netlify does. */
function call(name: string, path: string, init: { method?: string; body?: string } = {}) {
  const program = `
    const [path, init] = ${JSON.stringify([path, init])}
    const { default: handle } = await import('./${netlifyToml().functions.directory}/${name}.mjs')
    const later = []
    const headers = init.body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }
    const request = new Request('https://portal.example.org' + path, { ...init, headers })
    const answer = await handle(request, { waitUntil: (promise) => later.push(promise) })
    await Promise.allSettled(later)
    console.log(JSON.stringify({ status: answer?.status, text: await answer?.text() }))`
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: join(folder, name),
    env: environment,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return { ...(JSON.parse(stdout) as { status?: number; text?: string }), log: stderr }
}

describe('Netlify', () => {
  it('finds every function, its address, its schedule and its region in London', () => {
    const seen = bundled.map(({ name, routes, schedule, config }) => ({
      name,
      routes: routes?.map(({ pattern, methods }) => [pattern, ...(methods ?? [])]),
      schedule,
      region: config.region,
    }))
    expect(seen.sort((one, other) => one.name.localeCompare(other.name))).toEqual([
      { name: 'about-you', routes: [['/api/about-you']], schedule: undefined, region: 'lhr' },
      { name: 'add-sent', routes: [['/add/sent', 'GET']], schedule: undefined, region: 'lhr' },
      { name: 'additions', routes: [['/api/additions']], schedule: undefined, region: 'lhr' },
      { name: 'bring-in', routes: [], schedule: '* * * * *', region: 'lhr' },
      { name: 'build-daily', routes: [], schedule: '0 4 * * *', region: 'lhr' },
      { name: 'clean-up', routes: [], schedule: '41 * * * *', region: 'lhr' },
      { name: 'clear', routes: [['/clear', 'GET']], schedule: undefined, region: 'lhr' },
      { name: 'complain-sent', routes: [['/complain/sent', 'GET']], schedule: undefined, region: 'lhr' },
      { name: 'complaints', routes: [['/api/complaints']], schedule: undefined, region: 'lhr' },
      { name: 'consent-code', routes: [['/api/consents/open']], schedule: undefined, region: 'lhr' },
      { name: 'consent-letter', routes: [['/consent/letter', 'GET']], schedule: undefined, region: 'lhr' },
      { name: 'consent-open', routes: [['/consent/open', 'GET']], schedule: undefined, region: 'lhr' },
      { name: 'consent-withdraw', routes: [['/api/consents/withdraw']], schedule: undefined, region: 'lhr' },
      { name: 'consents', routes: [['/api/consents']], schedule: undefined, region: 'lhr' },
      { name: 'desk', routes: [['/api/desk']], schedule: undefined, region: 'lhr' },
      { name: 'drafts', routes: [['/api/drafts']], schedule: undefined, region: 'lhr' },
      { name: 'files', routes: [['/api/files']], schedule: undefined, region: 'lhr' },
      { name: 'follow', routes: [['/api/follow']], schedule: undefined, region: 'lhr' },
      { name: 'follow-open', routes: [['/follow/open', 'GET']], schedule: undefined, region: 'lhr' },
      { name: 'forget', routes: [], schedule: '23 2 * * *', region: 'lhr' },
      { name: 'health', routes: [['/api/health']], schedule: undefined, region: 'lhr' },
      { name: 'mail-events', routes: [['/api/mail-events']], schedule: undefined, region: 'lhr' },
      {
        name: 'make-it-a-complaint',
        routes: [['/api/make-it-a-complaint']],
        schedule: undefined,
        region: 'lhr',
      },
      {
        name: 'make-it-a-complaint-open',
        routes: [['/make-it-a-complaint/open', 'GET']],
        schedule: undefined,
        region: 'lhr',
      },
      { name: 'remind-consents', routes: [], schedule: '15 9,14 * * *', region: 'lhr' },
      { name: 'review-sent', routes: [['/review/sent', 'GET']], schedule: undefined, region: 'lhr' },
      { name: 'reviews', routes: [['/api/reviews']], schedule: undefined, region: 'lhr' },
      { name: 'scan-files', routes: [], schedule: '* * * * *', region: 'lhr' },
      { name: 'send-hooks', routes: [], schedule: '* * * * *', region: 'lhr' },
      { name: 'send-mail', routes: [], schedule: '* * * * *', region: 'lhr' },
      { name: 'settle-answers', routes: [], schedule: '17 3 * * *', region: 'lhr' },
      { name: 'survey', routes: [['/api/survey']], schedule: undefined, region: 'lhr' },
      { name: 'survey-open', routes: [['/survey/open', 'GET']], schedule: undefined, region: 'lhr' },
      { name: 'try-out', routes: [], schedule: '23 * * * *', region: 'lhr' },
      { name: 'when', routes: [['/when/dates', 'GET']], schedule: undefined, region: 'lhr' },
    ])
    expect(names).toEqual(
      readdirSync(join(root, 'functions'))
        .map((file) => file.replace(/\.ts$/, ''))
        .sort(),
    )
  })

  it.each(names)('sends the pages and the words along with %s', (name) => {
    const included = bundled.find((one) => one.name === name)?.includedFiles ?? []
    const words = readdirSync(join(root, 'content/words'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.json'))
      .map((file) => join('content/words', file))
    const { publish } = netlifyToml().build
    const wanted = [
      ...words,
      ...['add', 'complain', 'follow', 'problem', 'resume', 'review'].map((page) =>
        join(publish, page, 'index.html'),
      ),
    ]
    expect(included.map((file) => relative(root, file))).toEqual(expect.arrayContaining(wanted))
    for (const file of wanted)
      expect(readFileSync(join(folder, name, file))).toEqual(readFileSync(join(root, file)))
  })

  it('is sent no secret and no data', () => {
    for (const name of names)
      for (const path of ['.heard', '.env', '.git'])
        expect(existsSync(join(folder, name, path)), path).toBe(false)
  })

  it('turns away at the edge only a flood from one address, where people write to us', () => {
    const ruled = bundled.filter(({ trafficRules }) => trafficRules)
    expect(ruled.map(({ name }) => name).sort()).toEqual(['additions', 'complaints'])
    for (const { trafficRules } of ruled)
      expect(trafficRules?.action).toEqual({
        type: 'rate_limit',
        config: {
          rateLimitConfig: { windowLimit: 300, windowSize: 60, algorithm: 'sliding_window' },
          aggregate: { keys: [{ type: 'ip' }, { type: 'domain' }] },
        },
      })
  })
})

describe('a bundled function, alone in its folder,', () => {
  it('fills the pages it brought: the form, the page to check, one that has gone', () => {
    const post = (fields: Record<string, string>) =>
      call('complaints', '/api/complaints', { method: 'POST', body: new URLSearchParams(fields).toString() })
    const form = post({ go: 'check' })
    expect([form.status, form.text]).toEqual([422, expect.stringContaining('<title>Error: ')])
    const check = post({
      kind: 'compliment',
      service: 'parks',
      'what-went-well': 'Roses.',
      'reply-route': 'anonymous',
      go: 'check',
    })
    expect([check.status, check.text]).toEqual([200, expect.stringContaining('name="submission"')])
    const gone = call('complain-sent', '/complain/sent/?t=x')
    expect([gone.status, gone.text]).toEqual([410, expect.stringContaining('<title>This page has gone')])
  })

  it('reaches for the record and no further where there is none', () => {
    const { log } = call('send-mail', '/.netlify/functions/send-mail', { method: 'POST' })
    expect(log.trim()).toBe('The complaints record did not take claim_messages: no answer.')
  })
})

it.each(names)('all that %s runs, packages too, comes to at most 300 KB of JavaScript', (name) => {
  const file = join(root, netlifyToml().functions.directory, `${name}.mjs`)
  expect(statSync(file).size).toBeLessThanOrEqual(300_000)
})
