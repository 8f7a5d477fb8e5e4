import type { MiddlewareHandler } from 'astro'
import { withLinksLedElsewhere } from './components/site/led-elsewhere.ts'

/** For every page, as it is built: links to what its edition has not lead to English, and say so. */
export const onRequest: MiddlewareHandler = async ({ url }, next) => {
  const answer = await next()
  if (!answer.headers.get('content-type')?.startsWith('text/html')) return answer
  return new Response(withLinksLedElsewhere(await answer.text(), url), answer)
}
