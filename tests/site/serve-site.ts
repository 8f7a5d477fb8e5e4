import { join } from 'node:path'
import { listen, type Listening } from '../../src/local/listen.ts'
import { netlifyConfig } from '../../src/local/server/netlify-config.ts'
import { headerRules } from '../../src/local/server/rules.ts'
import { sendFile } from '../../src/local/server/send-file.ts'
import { staticFiles } from '../../src/local/server/static-files.ts'

const root = join(import.meta.dirname, '../..')

/** Serves dist/ over HTTP with the headers of netlify.toml, so that its content policy holds here too. */
export async function serveSite(): Promise<Listening> {
  const find = staticFiles(join(root, 'dist'))
  const headersFor = headerRules(netlifyConfig(root).headers)
  return await listen(0, async (incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://127.0.0.1')
    const file = await find(pathname)
    if (file && !('redirect' in file)) {
      await sendFile(incoming, outgoing, file, 200, headersFor(pathname))
      return
    }
    outgoing.writeHead(404).end()
  })
}
