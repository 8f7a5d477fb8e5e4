import type { Portal } from '../../complaints/ports.ts'
import { networkOf } from '../who-calls.ts'

/**
 * A hash that says the same caller within one hour, to count how many uploads they begin. It is made with the
 * portal's secret and the hour: it leads to no network address, and in the next hour it is another.
 */
export const whoAsks = (address: string, { keys, now }: Pick<Portal, 'keys' | 'now'>): string =>
  keys.proof(`files ${now().toISOString().slice(0, 13)} ${networkOf(address)}`)
