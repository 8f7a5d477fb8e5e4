import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One event as it came: its headers, its bytes, and when. */
export interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly path: string
}

/** A council's case system of a test: a real server that keeps what it is told. */
export interface ReceivingSystem {
  readonly url: string
  readonly received: Received[]
  /** What it answers next; 204 when the list is empty. `0` cuts the connection, `-1` never answers. */
  answers: number[]
  close(): Promise<void>
}

export async function startCaseSystem(): Promise<ReceivingSystem> {
  const received: Received[] = []
  const server = createServer((incoming, outgoing) => {
    let body = ''
    incoming.on('data', (bytes: Buffer) => (body += bytes.toString()))
    incoming.on('end', () => {
      received.push({ headers: incoming.headers, body, path: incoming.url ?? '' })
      const status = system.answers.shift() ?? 204
      if (status === 0) incoming.socket.destroy()
      else if (status > 0) outgoing.writeHead(status, { location: '/elsewhere' }).end('A'.repeat(100_000))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const system: ReceivingSystem = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    received,
    answers: [],
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return system
}
