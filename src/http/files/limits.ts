import type { Council } from '../../council/council.ts'
import type { Limits } from '../../files/look-at.ts'

/** What the council takes. A megabyte is 1,000,000 bytes, as devices show it. */
export const limitsOf = ({ files }: Council): Limits => ({
  mostBytes: files.megabytes * 1_000_000,
  types: files.types,
})
