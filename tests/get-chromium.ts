import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findChromium } from './support/chromium.ts'

/**
 * Finds a Chromium, or gets one: Debian's package where we are root, else Playwright's, else @sparticuz/chromium.
 *
 * Answers its path, or undefined where no way led to one. What is installed for a run only goes to .heard/.
 */
export async function getChromium(): Promise<string | undefined> {
  const found = findChromium()
  if (found) return found
  console.log('No Chromium here: getting one for the browser tests …')
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update'])
    // Debian has both, the shell since 2025; a page without a font measures nothing.
    for (const name of ['chromium-headless-shell', 'chromium']) {
      if (run('apt-get', ['install', '-y', '--no-install-recommends', name, 'fonts-liberation'])) break
    }
    const installed = findChromium()
    if (installed) return installed
  }
  run('npx', ['playwright-core', 'install', 'chromium'])
  return findChromium() ?? (await bundled())
}

/** A Chromium that comes as an npm package. Its own command line is for another place, and is left unused. */
async function bundled(): Promise<string | undefined> {
  const folder = resolve('.heard/chromium')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  if (!run('npm', ['install', '--no-save', '--prefix', folder, '@sparticuz/chromium'])) return undefined
  const entry = join(folder, 'node_modules/@sparticuz/chromium/build/esm/index.js')
  const other = join(folder, 'node_modules/@sparticuz/chromium/build/index.js')
  const module = (await import(pathToFileURL(existsSync(entry) ? entry : other).href)) as {
    default: { executablePath(): Promise<string> }
  }
  return await module.default.executablePath()
}

/** Runs a command in silence; true where it worked. */
function run(command: string, words: string[]): boolean {
  const { status } = spawnSync(command, words, {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return status === 0
}
