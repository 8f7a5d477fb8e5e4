import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'

const data = mkdtempSync(join(tmpdir(), 'heard-npm-start-'))
afterEach(() => rmSync(data, { recursive: true, force: true }))

it('stops the portal when npm itself is told to end', async () => {
  const npm = spawn('npm', ['start'], {
    env: { ...process.env, NODE_ENV: '', PORT: '0', HEARD_BUILD: 'no', HEARD_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let log = ''
  npm.stdout.on('data', (text: Buffer) => (log += text.toString()))
  await vi.waitUntil(() => log.includes('Ctrl-C stops it.'), { timeout: 60_000 })
  const running = join(data, 'running.json')
  expect(existsSync(running)).toBe(true)

  npm.kill('SIGTERM')
  await vi.waitUntil(() => !existsSync(running), { timeout: 30_000 })
})
