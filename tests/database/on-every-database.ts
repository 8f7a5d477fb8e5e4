import { afterAll, beforeAll, describe } from 'vitest'
import { databases, type Database, type Engine } from '../support/databases.ts'

/**
 * Runs the same rules on every database that Heard runs on, each opened once for the file.
 *
 * `rules` gets the open database by a function, since it is only there once the tests run.
 */
export function onEveryDatabase(subject: string, rules: (db: () => Database, engine: Engine) => void): void {
  for (const engine of databases()) {
    const title = `${subject}, on ${engine.name}${engine.missing ? ` (skipped: ${engine.missing})` : ''}`
    describe.skipIf(engine.missing)(title, () => {
      let database: Database | undefined
      beforeAll(async () => {
        database = await engine.open()
      }, 120_000)
      afterAll(() => database?.close(), 60_000)
      rules(() => {
        if (!database) throw new Error('The database is only there while a test runs.')
        return database
      }, engine)
    })
  }
}
