import type { Config } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { showSent } from '../src/http/show-sent.tsx'

export default (request: Request) => showSent(request, portal())

export const config: Config = { path: '/complain/sent', method: 'GET', region: 'lhr' }
