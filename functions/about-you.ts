import type { Config } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { answerSafely } from '../src/http/answer-safely.tsx'
import { receiveAboutYou } from '../src/http/about-you.tsx'

export default (request: Request) => answerSafely(portal(), () => receiveAboutYou(request, portal()), request)

export const config: Config = { path: '/api/about-you', region: 'lhr' }
