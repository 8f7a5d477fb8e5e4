import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleForNetlify, netlifyToml } from '../contract/netlify.ts'
import { kilobytes, median, milliseconds, type Row } from './table.ts'

const root = join(import.meta.dirname, '../..')
const starts = 5

/**
 * Asks a function for its first answer: a form's address gets a form to check, a page's a link that opens nothing, a
 * schedule its turn. The record is away, so that what is timed is the function and not the database.
 */
const program = (file: string) => `
  const { default: handle, config } = await import(${JSON.stringify(file)})
  const path = [config.path ?? '/.netlify/functions/scheduled'].flat()[0].replace(/:[^/]+/g, 'x')
  const address = 'https://portal.example.org' + path
  const isForm = path.startsWith('/api/') && config.method !== 'GET'
  const request = isForm
    ? new Request(address, { method: 'POST', body: new URLSearchParams({ go: 'check' }) })
    : new Request(address + '?t=x&k=x')
  const answer = await handle(request, { waitUntil() {}, ip: '192.0.2.1', params: {} })
  await answer?.text()
  console.log(performance.now(), answer?.status ?? 204)`

/** How large each function is, and how long a new process takes to its first answer. */
export async function functions(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'heard-bench-functions-'))
  try {
    const bundled = await bundleForNetlify(join(folder, 'netlify'))
    const rows: Row[] = []
    const { directory } = netlifyToml().functions
    for (const name of bundled.map((one) => one.name).sort()) {
      const home = join(folder, 'netlify', name)
      const file = join(directory, `${name}.mjs`)
      const size = kilobytes(statSync(join(root, file)).size)
      rows.push({
        what: `${name}: its JavaScript, and process start to first answer`,
        value: `${size}, ${coldStart(join(home, file), home)}`,
        limit: '300 KB, 150 ms',
      })
    }
    return rows
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function coldStart(file: string, home: string): string {
  const answers = Array.from({ length: starts }, () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program(file)], {
      cwd: home,
      encoding: 'utf8',
      env,
    })
    const [took, status] = stdout.trim().split('\n').at(-1)?.split(' ').map(Number) ?? []
    if (!took || !status) throw new Error(stderr)
    return { took, status }
  })
  return `${milliseconds(median(answers.map(({ took }) => took)))} (answers ${answers[0]?.status})`
}

/** All that a function may be told. The addresses are ones where nobody listens. */
const env = {
  SUPABASE_URL: 'http://127.0.0.1:1',
  SUPABASE_PUBLISHABLE_KEY: 'key',
  PORTAL_TOKEN: 'token',
  MAILER_TOKEN: 'token',
  RESEND_API_KEY: 're_key',
  RESEND_BASE_URL: 'http://127.0.0.1:1',
  MAIL_FROM: 'complaints@example.org',
  HEARD_SECRET: 'a'.repeat(43),
}
