import type { Config } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { visitor } from '../src/adapters/visitor.ts'
import { tryOut } from '../src/http/try-out.ts'

/** Sends the site a complaint of its own, and sees that all of it works. */
export default () => tryOut(portal(), visitor(portal().site))

export const config: Config = { schedule: '23 * * * *', region: 'lhr' }
