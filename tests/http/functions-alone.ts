import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleFunctions } from '../../src/local/server/functions.ts'

const repository = join(import.meta.dirname, '../..')

/** The functions in a process of their own, with an environment that a test chose. */
export interface FunctionsAlone {
  readonly url: string
  /** Everything printed so far. */
  log(): string
  stop(): Promise<void>
}

/** Bundles the functions once, for as many starts as a test likes. */
export async function bundled() {
  const folder = mkdtempSync(join(tmpdir(), 'heard-functions-'))
  const files = await bundleFunctions(join(repository, 'functions'), folder)
  return {
    start: (environment: Record<string, string>, root = repository) => start(files, environment, root),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function start(
  files: readonly string[],
  environment: Record<string, string>,
  root: string,
): Promise<FunctionsAlone> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serve-functions.ts'), ...files], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (text: Buffer) => resolve(text.toString().trim()))
    child.stdout.on('data', (text: Buffer) => (log += text.toString()))
    child.stderr.on('data', (text: Buffer) => (log += text.toString()))
    void ended.then(() => reject(new Error(`The functions did not start:\n${log}`)))
  })
  return {
    url,
    log: () => log,
    async stop() {
      child.kill()
      await ended
    },
  }
}
