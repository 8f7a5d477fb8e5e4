import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleFunctions } from '../../src/local/bundle-functions.ts'

const repository = join(import.meta.dirname, '../..')

/** Bundles the functions once, to be run with as many environments as a test likes. */
export async function bundled() {
  const folder = mkdtempSync(join(tmpdir(), 'heard-functions-'))
  const files = await bundleFunctions(join(repository, 'functions'), folder)
  return {
    /**
     * Serves them in a process of their own with this environment while `work` lasts, from `root`.
     * Answers everything that the process printed, once it has ended.
     */
    with: (environment: Record<string, string>, work: (url: string) => Promise<void>, root = repository) =>
      serve(files, environment, work, root),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function serve(
  files: readonly string[],
  environment: Record<string, string>,
  work: (url: string) => Promise<void>,
  root: string,
): Promise<string> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serve-functions.ts'), ...files], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  child.stderr.on('data', (text: Buffer) => (log += text.toString()))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  try {
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.once('data', (text: Buffer) => {
        resolve(text.toString().trim())
        child.stdout.on('data', (more: Buffer) => (log += more.toString()))
      })
      void ended.then(() => reject(new Error(`The functions did not start:\n${log}`)))
    })
    await work(url)
  } finally {
    child.kill()
    await ended
  }
  return log
}
