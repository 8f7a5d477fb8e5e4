import { connect } from 'node:net'
import type { Scanner } from '../files/ports.ts'

/** The scanner did not answer, or not in a way that we know. Holds a reason of ours, and nothing of the file. */
export class ScannerUnavailable extends Error {
  constructor(reason: string) {
    super(`The scanner did not look through a file: ${reason}.`)
    this.name = 'ScannerUnavailable'
  }
}

/** How long a whole file may take, in milliseconds. */
const patience = 20_000
const piece = 64 * 1024

/**
 * ClamAV's clamd at `tcp://host:port`, by its INSTREAM protocol (clamd(8)): `zINSTREAM\0`, then pieces, each led by
 * its length in four bytes, then four zero bytes; the answer is `stream: OK`, `stream: <name> FOUND` or an error.
 * The bytes go over the network as they are: clamd belongs on the same machine, or behind a tunnel.
 */
export function clamav(address: string): Scanner {
  const { hostname, port } = new URL(address)
  return {
    scan: (bytes) =>
      new Promise((resolve, reject) => {
        const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || 3310 })
        let answer = ''
        const fail = (reason: string) => {
          socket.destroy()
          reject(new ScannerUnavailable(reason))
        }
        socket.setTimeout(patience, () => fail('no answer in time'))
        socket.once('error', () => fail('no connection'))
        socket.setEncoding('latin1')
        socket.on('data', (said: string) => {
          answer += said
          if (answer.length > 2000) fail('too long an answer')
        })
        socket.once('close', () => {
          if (/^stream: OK\0?$/.test(answer)) resolve('clean')
          else if (/^stream: .* FOUND\0?$/.test(answer)) resolve('infected')
          else fail(answer.includes('size limit') ? 'the file is over its StreamMaxLength' : 'another answer')
        })
        socket.once('connect', () => {
          socket.write('zINSTREAM\0')
          for (let at = 0; at < bytes.length; at += piece) {
            const part = bytes.subarray(at, at + piece)
            socket.write(lengthOf(part.length))
            socket.write(part)
          }
          socket.write(lengthOf(0))
        })
      }),
  }
}

function lengthOf(length: number): Uint8Array {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(length)
  return bytes
}
