import type { Portal } from '../complaints/ports.ts'
import { methodNotAllowed, seeOther } from './answer.ts'
import { editionFor } from './edition.ts'

/**
 * Answers `/clear/`: asks the browser to drop the pages that it keeps of this site, so that Back does not bring a
 * filled form up again, and leads on to a page that says what it may still show.
 *
 * With `all`, which is the link where no script stands by, the tab's memory goes too, and with it whatever else this
 * site keeps in the browser. The script forgets the answers alone, so that an advocate's own details stay on their
 * device. Another site may lead here as well, and then nothing is asked of the browser.
 */
export async function clear(request: Request, portal: Portal): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return methodNotAllowed('GET, HEAD')
  const asked = new URL(request.url).searchParams
  const answer = seeOther(`${editionFor(asked.get('language') ?? undefined, portal).root}cleared/`)
  const site = request.headers.get('sec-fetch-site')
  if (!site || site === 'same-origin')
    answer.headers.set('clear-site-data', asked.has('all') ? '"cache", "storage"' : '"cache"')
  return answer
}
