import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createPgliteConnection } from '@supabase/lite/pglite'

const repository = join(import.meta.dirname, '../..')
const version = (
  JSON.parse(readFileSync(join(repository, 'node_modules/@electric-sql/pglite/package.json'), 'utf8')) as {
    version: string
  }
).version

/**
 * Puts a database without anything in it at `folder`.
 *
 * Making one takes seconds of work that is the same each time, so one is made for each version of PGlite and copied.
 * What tests are about, the migrations and all that follows, still happens in every start.
 */
export async function emptyDatabase(folder: string): Promise<void> {
  const made = join(repository, '.heard', `empty-database-${version}`)
  if (!existsSync(made)) {
    mkdirSync(join(repository, '.heard'), { recursive: true })
    const making = mkdtempSync(join(repository, '.heard/making-'))
    const connection = await createPgliteConnection({ url: join(making, 'database') })
    await connection.exec('select 1')
    await connection.close()
    try {
      renameSync(join(making, 'database'), made)
    } catch (error) {
      // Another test file may have been quicker; its folder stays as it is.
      if (!existsSync(made)) throw error
    }
    rmSync(making, { recursive: true, force: true })
  }
  cpSync(made, folder, { recursive: true })
}
