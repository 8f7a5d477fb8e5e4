import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clamav } from '../../src/adapters/clamav.ts'
import { clamdMissing, harmless, startClamd, type Clamd } from '../support/clamd.ts'
import { freePort } from '../support/free-port.ts'

const bytes = (text: string) => new Uint8Array(Buffer.from(text))

describe.skipIf(clamdMissing)(
  `ClamAV's own daemon${clamdMissing ? ` (skipped: ${clamdMissing})` : ''}`,
  () => {
    let clamd: Clamd
    let address: string
    beforeAll(async () => {
      clamd = await startClamd()
      address = clamd.address
    }, 60_000)
    afterAll(() => clamd.stop())

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
