import { listen } from '../../src/local/listen.ts'
import { loadFunctions } from '../../src/local/server/functions.ts'
import { readBody, sendWebResponse, webRequest } from '../../src/local/web.ts'

/**
 * Serves bundled functions over HTTP with the environment that this process was given, and nothing beside them:
 * no database, no mailbox, no keys. Run as a process; it prints its address. A schedule runs at POST /<its name>.
 */
const functions = await loadFunctions(process.argv.slice(2))
const context = { ip: '192.0.2.1', waitUntil: (promise: Promise<unknown>) => void promise } as never

const server = await listen(0, async (incoming, outgoing) => {
  const { pathname } = new URL(incoming.url ?? '/', 'http://127.0.0.1')
  const method = incoming.method ?? 'GET'
  const called = functions.find((one) => one.match(method, pathname) || pathname === `/${one.name}`)
  const request = webRequest(incoming, 'http://127.0.0.1', (await readBody(incoming)) ?? Buffer.alloc(0))
  const answer = await called?.handle(request, context)
  await sendWebResponse(answer ?? new Response(null, { status: called ? 204 : 404 }), outgoing)
})
console.log(server.url)
