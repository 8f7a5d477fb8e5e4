import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/**
 * Builds the pages of the project at `root` into its dist/ with Astro; or another site of it, whose configuration
 * lies in the folder `site`.
 *
 * Astro's own output is kept back: it is the message of the error thrown where the build fails.
 */
export async function buildSite(root: string, site = '.'): Promise<void> {
  const astro = createRequire(join(root, 'package.json')).resolve('astro/package.json')
  const build = spawn(process.execPath, [join(astro, '../bin/astro.mjs'), 'build', '--root', site], {
    cwd: root,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  build.stdout.on('data', (text: Buffer) => (output += text.toString()))
  build.stderr.on('data', (text: Buffer) => (output += text.toString()))
  const code = await new Promise<number | null>((resolve, reject) => {
    build.on('error', reject)
    build.on('close', resolve)
  })
  if (code !== 0) throw new Error(`The site did not build:\n${output.trim()}`)
}
