import type { Keys } from './ports.ts'

/** What letters to an address are counted by: with the portal's secret alone can it be made, and nothing read from it. */
export const addressProof = (address: string, keys: Keys): string =>
  keys.proof(`letters to ${address.toLowerCase()}`)
