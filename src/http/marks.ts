import type { Mark, Portal } from '../complaints/ports.ts'

/** A field that people neither see nor reach; whatever fills it in is no person. */
export const hiddenField = 'website'
/** Carried by the page to check: when it was shown, under a proof that only this portal makes. */
export const shownField = 'shown'
/** Sent by the script: how many milliseconds the page had been open. */
export const tookField = 'took'

/** Nobody fills in a form in less, with a browser that fills it in for them or with saved answers. */
const quickest = 2000

/**
 * What makes a post look as if no person sent it. It is taken all the same: these are signs, and each has an honest
 * way to come about. `said` reads the post's own fields.
 */
export function marksOf(
  request: Request,
  said: (name: string) => string | undefined,
  submissionId: string,
  portal: Pick<Portal, 'keys' | 'now'>,
): readonly Mark[] {
  return [
    ...(isFromOurPages(request) ? [] : (['origin'] as const)),
    ...(tookTime(said, submissionId, portal) ? [] : (['quick'] as const)),
    ...(said(hiddenField) ? (['hidden-field'] as const) : []),
  ]
}

/**
 * True where the browser says that a page of ours sent it. Pages that tell nobody where they are from (no-referrer)
 * post with the origin `null`; browsers too old for Sec-Fetch-Site say no more than that.
 */
function isFromOurPages({ headers, url }: Request): boolean {
  const site = headers.get('sec-fetch-site')
  if (site) return site === 'same-origin' || site === 'none'
  const origin = headers.get('origin')
  return origin === 'null' || origin === new URL(url).origin
}

function tookTime(
  said: (name: string) => string | undefined,
  submissionId: string,
  portal: Pick<Portal, 'keys' | 'now'>,
): boolean {
  if (Number(said(tookField)) >= quickest) return true
  const [at = ''] = said(shownField)?.split('.') ?? []
  return (
    isSame(said(shownField), shownAt(submissionId, at, portal), portal) &&
    portal.now().getTime() - Number(at) >= quickest
  )
}

/** What the page to check carries: the moment, for this one submission. Nothing where the portal has no secret. */
export function shownNow(submissionId: string, portal: Pick<Portal, 'keys' | 'now'>): string {
  try {
    return shownAt(submissionId, String(portal.now().getTime()), portal)
  } catch {
    // The page is shown all the same: it has somebody's words.
    return ''
  }
}

const shownAt = (submissionId: string, at: string, { keys }: Pick<Portal, 'keys'>): string =>
  `${at}.${keys.proof(`shown ${submissionId} ${at}`)}`

/** Compares proofs of both, so that the time it takes tells nothing of how much of the first was right. */
const isSame = (given: string | undefined, right: string, { keys }: Pick<Portal, 'keys'>): boolean =>
  given !== undefined && keys.proof(`same ${given}`) === keys.proof(`same ${right}`)
