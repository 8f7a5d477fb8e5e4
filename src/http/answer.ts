/** What every answer of a function carries: static pages get theirs from netlify.toml, and functions from here. */
const security = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self' https://*.supabase.co; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // What a person wrote is nobody's to keep: no cache, no search engine.
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex',
}

export const page = (html: string, status: number): Response =>
  new Response(html, { status, headers: { ...security, 'content-type': 'text/html; charset=utf-8' } })

/** Sends the browser on with a GET, so that loading the next page again sends nothing (303). */
export const seeOther = (location: string): Response =>
  new Response(null, { status: 303, headers: { ...security, location } })

/** A method that this address does not take (405); `allow` lists those it does. */
export const methodNotAllowed = (allow: string): Response =>
  new Response(null, { status: 405, headers: { ...security, allow } })

/** Taken, and nothing to say of it (204). */
export const done = (): Response => new Response(null, { status: 204, headers: security })

/** The last resort: what failed is so broken that there are no words to say it in (500). */
export const nothing = (): Response => new Response(null, { status: 500, headers: security })

export const json = (body: unknown, status: number, more: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { ...security, ...more, 'content-type': 'application/json; charset=utf-8' },
  })

/**
 * Bytes to keep, under a name that may hold anything (RFC 6266). No page of ours ever shows them: whatever they are, they
 * run nothing here.
 */
export const download = (bytes: Uint8Array<ArrayBuffer>, name: string, type: string): Response =>
  new Response(bytes, {
    status: 200,
    headers: {
      ...security,
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'content-type': type,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)}`,
    },
  })
