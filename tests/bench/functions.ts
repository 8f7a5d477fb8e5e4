import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleForNetlify, netlifyToml } from '../contract/netlify.ts'
import { kilobytes, median, milliseconds, type Row } from './table.ts'

const root = join(import.meta.dirname, '../..')
const starts = 7

/** A request that each function answers without the record. */
const first: Record<string, string> = {
  complaints: `new Request('https://portal.example.org/api/complaints', { method: 'POST', body: new URLSearchParams({ go: 'check' }) })`,
  'complain-sent': `new Request('https://portal.example.org/complain/sent/?t=x')`,
}

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
      rows.push({
        what: `${name}: JavaScript, packages and all`,
        value: kilobytes(statSync(join(root, file)).size),
        limit: '300 KB',
      })
      if (!first[name]) continue
      rows.push({
        what: `${name}: process start to first answer`,
        value: coldStart(name, join(home, file), home),
        limit: '150 ms',
      })
    }
    return rows
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function coldStart(name: string, file: string, home: string): string {
  const program = `
    const { default: handle } = await import(${JSON.stringify(file)})
    const answer = await handle(${first[name]}, { waitUntil() {} })
    await answer.text()
    console.log(performance.now())`
  const times = Array.from({ length: starts }, () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: home,
      encoding: 'utf8',
      env: {
        SUPABASE_URL: 'http://127.0.0.1:1',
        SUPABASE_PUBLISHABLE_KEY: 'key',
        PORTAL_TOKEN: 'token',
        MAILER_TOKEN: 'token',
        RESEND_API_KEY: 're_key',
        MAIL_FROM: 'complaints@example.org',
        HEARD_SECRET: 'a'.repeat(43),
      },
    })
    if (!stdout) throw new Error(stderr)
    return Number(stdout)
  })
  return `${milliseconds(median(times))} (median of ${starts})`
}
