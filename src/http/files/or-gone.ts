import type { ToMend } from '../receive-form.ts'

/**
 * What `keep` gives; or, where the record refused because a file has gone in the meantime, what to mend. Nothing was
 * kept then: the form comes back with every word, so that the file can be sent again or left out.
 */
export async function orGone<Stored>(keep: () => Promise<Stored>): Promise<Stored | ToMend> {
  try {
    return await keep()
  } catch (error) {
    if (error instanceof Error && 'refusal' in error && error.refusal === 'file-gone')
      return { errors: [{ question: 'files', field: 'files', code: 'gone' }] }
    throw error
  }
}
