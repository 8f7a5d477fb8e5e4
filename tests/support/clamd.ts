import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { clamav } from '../../src/adapters/clamav.ts'
import { freePort } from './free-port.ts'

const program = ['/usr/sbin/clamd', '/usr/local/sbin/clamd'].find((path) => existsSync(path))

/** Why ClamAV cannot be tested here, in one line; null where it can. */
export const clamdMissing = program ? null : 'clamav-daemon is not installed'

/** The test file that every scanner knows (EICAR), put together here so that it lies in no file of ours. */
export const harmless = [
  'X5O!P%@AP[4\\PZX54(P^)7CC)7}$',
  'EICAR-STANDARD-',
  'ANTIVIRUS-TEST-FILE!$H+H*',
].join('')

/** ClamAV's own daemon, with one signature made here, so that nothing is fetched. */
export interface Clamd {
  /** Such as tcp://127.0.0.1:41234. */
  readonly address: string
  stop(): Promise<void>
}

/** Starts it on a free port, and waits until it answers. */
export async function startClamd(): Promise<Clamd> {
  if (!program) throw new Error(clamdMissing ?? '')
  const folder = mkdtempSync(join(tmpdir(), 'heard-clamd-'))
  const port = await freePort()
  const hash = createHash('md5').update(harmless).digest('hex')
  writeFileSync(join(folder, 'test.hdb'), `${hash}:${harmless.length}:Made.For.The.Test\n`)
  const settings = [
    'Foreground yes',
    'TCPAddr 127.0.0.1',
    `TCPSocket ${port}`,
    `DatabaseDirectory ${folder}`,
    'StreamMaxLength 12M',
    `TemporaryDirectory ${folder}`,
    ...(process.getuid?.() === 0 ? ['User root'] : []),
  ]
  writeFileSync(join(folder, 'clamd.conf'), settings.join('\n'))
  chmodSync(folder, 0o755)
  const daemon = spawn(program, ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore' })
  const gone = new Promise<void>((resolve) => daemon.once('exit', () => resolve()))
  const stop = async () => {
    daemon.kill('SIGKILL')
    await gone
    rmSync(folder, { recursive: true, force: true })
  }
  const scanner = clamav(`tcp://127.0.0.1:${port}`)
  for (let tries = 0; daemon.exitCode === null && tries < 300; tries += 1) {
    const ready = await scanner.scan(new Uint8Array([65])).then(
      () => true,
      () => false,
    )
    if (ready) return { address: `tcp://127.0.0.1:${port}`, stop }
    await pause(100)
  }
  await stop()
  throw new Error('clamd did not start.')
}
