import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clamav } from '../../src/adapters/clamav.ts'
import { freePort } from '../support/free-port.ts'

const clamd = ['/usr/sbin/clamd', '/usr/local/sbin/clamd'].find((path) => existsSync(path))

/** The test file that every scanner knows (EICAR), put together here so that it lies in no file of ours. */
const harmless = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('')
const bytes = (text: string) => new Uint8Array(Buffer.from(text))

describe.skipIf(!clamd)(
  `ClamAV's own daemon${clamd ? '' : ' (skipped: clamav-daemon is not installed)'}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'heard-clamd-'))
    let daemon: ChildProcess
    let address: string

    beforeAll(async () => {
      const port = await freePort()
      address = `tcp://127.0.0.1:${port}`
      // One signature, by hash, so that nothing is fetched.
      const hash = createHash('md5').update(harmless).digest('hex')
      writeFileSync(join(folder, 'test.hdb'), `${hash}:${harmless.length}:Made.For.The.Test\n`)
      writeFileSync(
        join(folder, 'clamd.conf'),
        [
          'Foreground yes',
          'TCPAddr 127.0.0.1',
          `TCPSocket ${port}`,
          `DatabaseDirectory ${folder}`,
          'StreamMaxLength 12M',
          `TemporaryDirectory ${folder}`,
          'User root',
        ]
          .filter((line) => line !== 'User root' || process.getuid?.() === 0)
          .join('\n'),
      )
      chmodSync(folder, 0o755)
      daemon = spawn(clamd!, ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore' })
      for (let tries = 0; tries < 300; tries += 1) {
        if (
          await clamav(address)
            .scan(bytes('ready?'))
            .then(
              () => true,
              () => false,
            )
        )
          return
        await pause(100)
      }
      throw new Error('clamd did not start.')
    }, 60_000)
    afterAll(async () => {
      const gone = new Promise((resolve) => daemon.once('exit', resolve))
      daemon.kill('SIGKILL')
      await gone
      rmSync(folder, { recursive: true, force: true })
    })

    it('finds what it has a signature for', async () => {
      expect(await clamav(address).scan(bytes(harmless))).toBe('infected')
    })

    it('finds nothing in what it has none for, one byte long or 10 MB', async () => {
      expect(await clamav(address).scan(bytes('a'))).toBe('clean')
      expect(await clamav(address).scan(new Uint8Array(10_000_000).fill(65))).toBe('clean')
    })

    it('looks through several at once', async () => {
      const scanner = clamav(address)
      const found = await Promise.all(['a', harmless, 'b', harmless].map((text) => scanner.scan(bytes(text))))
      expect(found).toEqual(['clean', 'infected', 'clean', 'infected'])
    })

    it('calls nothing clean that is longer than it takes', async () => {
      await expect(clamav(address).scan(new Uint8Array(13_000_000))).rejects.toMatchObject({
        name: 'ScannerUnavailable',
      })
    })
  },
)

describe('a scanner that is no scanner', () => {
  it('is away where nobody listens', async () => {
    await expect(clamav(`tcp://127.0.0.1:${await freePort()}`).scan(bytes('a'))).rejects.toMatchObject({
      name: 'ScannerUnavailable',
    })
  })

  it.each(['', 'OK', 'stream: maybe', 'stream: INSTREAM size limit exceeded. ERROR', 'x'.repeat(3000)])(
    'calls nothing clean with the answer %j',
    async (answer) => {
      const port = await freePort()
      const server = createServer((socket) => socket.on('error', () => {}).end(answer)).listen(
        port,
        '127.0.0.1',
      )
      await expect(clamav(`tcp://127.0.0.1:${port}`).scan(bytes('a'))).rejects.toMatchObject({
        name: 'ScannerUnavailable',
      })
      server.close()
    },
  )
})
