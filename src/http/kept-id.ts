import { createHash } from 'node:crypto'

/**
 * What the record keeps of a submission's id (a UUID, and so again one). The id itself is in the sender's page alone:
 * whoever repeats it exactly is shown the page after sending, with its code, so a copy of the database must not hold
 * it. There are too many ids to try (122 random bits), so the hash needs no key, and what was kept before could be
 * turned into it (20261122120300).
 */
export const keptId = (submissionId: string): string =>
  createHash('sha256')
    .update(`heard:submission:${submissionId}`)
    .digest('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
