import { createRequire } from 'node:module'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'

let bundled: Promise<string> | undefined

/** The screen reader as one script for a page: it reads what the browser has made of it. */
const script = (): Promise<string> =>
  (bundled ??= build({
    stdin: {
      contents: `export { virtual } from '@guidepup/virtual-screen-reader'`,
      resolveDir: createRequire(import.meta.url)
        .resolve('@guidepup/virtual-screen-reader/package.json')
        .replace(/[^/]+$/, ''),
    },
    bundle: true,
    format: 'iife',
    globalName: 'guidepup',
    platform: 'browser',
    minify: true,
    write: false,
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    logLevel: 'silent',
  }).then(({ outputFiles }) => outputFiles[0]!.text))

interface Reader {
  start(options: { container: Element }): Promise<void>
  stop(): Promise<void>
  next(): Promise<void>
  lastSpokenPhrase(): Promise<string>
  spokenPhraseLog(): Promise<string[]>
}

/** Puts the screen reader into a page, whose context must bypass its CSP. */
async function bring(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'guidepup' in window))) await page.addScriptTag({ content: await script() })
}

/** All that is read of a page's main part, phrase by phrase, in order. */
export async function readThrough(page: Page): Promise<readonly string[]> {
  await bring(page)
  return page.evaluate(async () => {
    const { virtual } = (window as unknown as { guidepup: { virtual: Reader } }).guidepup
    await virtual.start({ container: document.querySelector('main')! })
    for (let steps = 0; steps < 2000; steps += 1) {
      if ((await virtual.lastSpokenPhrase()) === 'end of main') break
      await virtual.next()
    }
    const log = await virtual.spokenPhraseLog()
    await virtual.stop()
    return log
  })
}
