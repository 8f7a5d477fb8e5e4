import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Refusal } from './refusal.ts'

/** Where a running portal says how to reach its parts, for tests and tools. */
export interface Running {
  readonly pid: number
  /** The site, the mailbox's own port, the database's API, and the store of sealed submissions. */
  readonly url: string
  readonly mailUrl: string
  readonly databaseUrl: string
  readonly blobsUrl: string
}

/** The folder that holds everything which outlives a stop, held by one process. */
export interface DataFolder {
  readonly path: string
  /** Writes running.json. */
  announce(running: Running): void
  release(): void
}

/**
 * Takes the data folder for this process, making it where it is not there. Throws a Refusal where another has it.
 *
 * Two processes on one PGlite folder lose writes without a word. SQLite's file lock is the guard: the operating
 * system lets go of it when the process ends in any way at all, so there is never a stale one to clear.
 */
export function takeDataFolder(folder: string): DataFolder {
  const path = resolve(folder)
  mkdirSync(path, { recursive: true, mode: 0o700 })
  const lock = new DatabaseSync(join(path, 'lock.sqlite'), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch {
    lock.close()
    throw new Refusal(
      `Heard is already running on ${path}: stop it first, or set HEARD_DATA to another folder.`,
    )
  }
  const file = join(path, 'running.json')
  return {
    path,
    announce(running) {
      writeFileSync(file, JSON.stringify(running))
      chmodSync(file, 0o600)
    },
    release() {
      rmSync(file, { force: true })
      lock.close()
    },
  }
}
