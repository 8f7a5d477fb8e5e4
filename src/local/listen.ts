import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { complain } from './complain.ts'
import { Refusal } from './refusal.ts'

/** An HTTP server that listens on 127.0.0.1 and nowhere else. */
export interface Listening {
  readonly port: number
  /** For example http://127.0.0.1:8888 */
  readonly url: string
  /** Takes no new request, lets those under way end, and cuts what is left after three seconds. */
  close(): Promise<void>
}

/** Answers one request. Where it fails and has said nothing yet, the client hears 500. */
export type Answer = (incoming: IncomingMessage, outgoing: ServerResponse) => void | Promise<void>

/** Listens on `port`, or on a free one where it is 0. Throws a Refusal where another program has it. */
export async function listen(port: number, answer: Answer): Promise<Listening> {
  const server = createServer((incoming, outgoing) => {
    Promise.resolve(answer(incoming, outgoing)).catch((error: unknown) => {
      // Where the client went away while we answered, nothing failed.
      if (!outgoing.destroyed) complain('The local server', error)
      if (outgoing.headersSent) outgoing.destroy()
      else outgoing.writeHead(500, { 'content-type': 'text/plain' }).end('Something went wrong.')
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Refusal(`Port ${port} is in use by another program: stop it, or choose one with PORT=8889.`)
          : error.code === 'EACCES'
            ? new Refusal(`Port ${port} is not ours to use: choose one above 1023, such as PORT=8889.`)
            : error,
      ),
    )
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  const taken = typeof address === 'object' && address ? address.port : port
  return {
    port: taken,
    url: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), 3000).unref()
      }),
  }
}
