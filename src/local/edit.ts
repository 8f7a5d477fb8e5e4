import { join } from 'node:path'
import { buildSite } from './build-site.ts'
import { serveEditor } from './editor/serve.ts'
import { Refusal } from './refusal.ts'

/** `npm run edit`: the editor on the files of this folder. Nobody signs in, and nothing leaves the machine. */
async function edit(): Promise<void> {
  const root = process.cwd()
  const port = Number(process.env['PORT'] || '8890')
  console.log('Building the editor …')
  await buildSite(root, 'src/editor')
  const server = await serveEditor(root, port)
  console.log(
    `The editor is ready.\n  Open     http://localhost:${server.port}/\n  Files    ${join(root, 'content')}\nWhat you save is in those files at once. Ctrl-C stops it.`,
  )
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      void server.close().then(() => process.exit(0))
    })
}

edit().catch((error: unknown) => {
  console.error(error instanceof Refusal ? error.message : error)
  process.exit(1)
})
