import type { Config } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { answerSafely } from '../src/http/answer-safely.tsx'
import { receiveSurvey } from '../src/http/survey.tsx'

export default (request: Request) => answerSafely(portal(), () => receiveSurvey(request, portal()), request)

export const config: Config = { path: '/api/survey', region: 'lhr' }
