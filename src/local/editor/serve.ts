import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { listen, type Listening } from '../listen.ts'
import { netlifyConfig } from '../server/netlify-config.ts'
import { headerRules } from '../server/rules.ts'
import { sendFile } from '../server/send-file.ts'
import { staticFiles } from '../server/static-files.ts'
import { answerForFile } from './files.ts'

const files = '/_files/'

/**
 * Serves the built editor at `root`/editor-dist on 127.0.0.1 with its own headers, and the files under content to it.
 *
 * Only the editor's own page may ask for files: another site, open in the same browser, hears 403.
 */
export async function serveEditor(root: string, port: number): Promise<Listening> {
  const find = staticFiles(join(root, 'editor-dist'))
  const headersFor = headerRules(netlifyConfig(join(root, 'src/editor')).headers)
  return await listen(port, async (incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://127.0.0.1')
    if (pathname.startsWith(files)) {
      await serveFile(root, incoming, outgoing, pathname.slice(files.length))
      return
    }
    const file = await find(pathname)
    if (file && !('redirect' in file)) await sendFile(incoming, outgoing, file, 200, headersFor(pathname))
    else outgoing.writeHead(404).end()
  })
}

async function serveFile(
  root: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  path: string,
): Promise<void> {
  if (!isOurs(incoming)) {
    outgoing.writeHead(403).end()
    return
  }
  const { status, type, body } = await answerForFile(
    root,
    incoming.method ?? 'GET',
    decodeURIComponent(path),
    await bodyOf(incoming),
  )
  outgoing.writeHead(status, {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(type && { 'content-type': type }),
  })
  outgoing.end(incoming.method === 'HEAD' ? undefined : body)
}

/**
 * True for the editor's page. A page elsewhere says so in Sec-Fetch-Site or Origin, and one whose name was pointed at
 * this machine has another host.
 */
function isOurs({ headers, socket }: IncomingMessage): boolean {
  const hosts = ['127.0.0.1', 'localhost'].map((name) => `${name}:${socket.localPort}`)
  const { host = '', origin } = headers
  const site = headers['sec-fetch-site'] ?? 'same-origin'
  return hosts.includes(host) && site === 'same-origin' && (!origin || origin === `http://${host}`)
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of incoming) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
