import type { Config } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { health } from '../src/http/health.ts'

export default (request: Request) => health(request, portal())

export const config: Config = { path: '/api/health', region: 'lhr' }
