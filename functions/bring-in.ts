import type { Config } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { bringInWaiting } from '../src/http/bring-in-waiting.ts'

/** Brings in what was sent while the record was away. */
export default () => bringInWaiting(portal())

export const config: Config = { schedule: '* * * * *', region: 'lhr' }
