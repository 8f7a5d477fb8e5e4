import type { Config } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { answerSafely } from '../src/http/answer-safely.tsx'
import { showLetter } from '../src/http/consent/show-letter.tsx'

export default (request: Request) => answerSafely(portal(), () => showLetter(request, portal()), request)

export const config: Config = { path: '/consent/letter', method: 'GET', region: 'lhr' }
