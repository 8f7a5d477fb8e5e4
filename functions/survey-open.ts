import type { Config } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { answerSafely } from '../src/http/answer-safely.tsx'
import { openSurvey } from '../src/http/survey.tsx'

export default (request: Request) => answerSafely(portal(), () => openSurvey(request, portal()), request)

export const config: Config = { path: '/survey/open', method: 'GET', region: 'lhr' }
