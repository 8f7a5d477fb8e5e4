import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Answer } from '../listen.ts'
import { mailPage } from '../mailbox/pages.ts'
import type { MailStore } from '../mailbox/store.ts'
import { readBody, sendWebResponse, webRequest } from '../web.ts'
import { packedResponse } from './encoding.ts'
import type { SiteFunction } from './functions.ts'
import { builtRedirects, type NetlifyConfig, type Redirect } from './netlify-config.ts'
import { headerRules, redirector } from './rules.ts'
import type { FunctionRunner } from './run-function.ts'
import { isUpload, passOn } from './pass-on.ts'
import { acceptedBy, sendFile } from './send-file.ts'
import { staticFiles } from './static-files.ts'

/** What a site is made of. */
export interface Site {
  readonly root: string
  readonly config: NetlifyConfig
  readonly functions: readonly SiteFunction[]
  readonly runner: FunctionRunner
  readonly mail: MailStore
  /** Where the embedded Supabase is: browsers reach its storage through this server, as one site. */
  readonly storage: string
  /** Runs a scheduled function now; undefined where there is none of that name. */
  runScheduled(name: string): Promise<Response> | undefined
}

/** Answers as Netlify would: a function, else a forced redirect, a file, another redirect, or the 404 page. */
export function siteListener(site: Site): Answer {
  const find = staticFiles(join(site.root, site.config.build.publish))
  const headersFor = headerRules(site.config.headers)
  const redirectOf = redirector([
    ...builtRedirects(join(site.root, site.config.build.publish)),
    ...site.config.redirects,
  ])

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const url = addressOf(incoming)
    if (!url) return plain(outgoing, 400, 'Bad request')
    const { pathname } = url
    const method = incoming.method ?? 'GET'

    const local = await localOnly(site, method, pathname)
    if (local) return sendWebResponse(local, outgoing)

    if (isUpload(method, pathname)) return passOn(incoming, outgoing, site.storage)

    for (const called of site.functions) {
      const params = called.match(method, pathname)
      if (!params || (called.preferStatic && (await find(pathname)))) continue
      const body = await readBody(incoming)
      if (!body) return plain(outgoing, 413, 'The request is too long.')
      // On Netlify the edge writes this header over whatever a client says; here a test may say where it calls from.
      const told = incoming.headers['x-nf-client-connection-ip']
      const ip = [told].flat()[0] ?? incoming.socket.remoteAddress ?? ''
      const response = await site.runner.run(called, webRequest(incoming, url.origin, body), { ip, params })
      return sendWebResponse(await packedResponse(response, acceptedBy(incoming)), outgoing)
    }

    const redirect = redirectOf(pathname)
    if (redirect?.force) return follow(redirect)
    const found = await find(pathname)
    if (found && !['GET', 'HEAD'].includes(method)) {
      outgoing.setHeader('allow', 'GET, HEAD')
      return plain(outgoing, 405, 'Method not allowed')
    }
    if (found && 'redirect' in found) return move(301, found.redirect)
    if (found) return sendFile(incoming, outgoing, found, 200, headersFor(pathname))
    return redirect ? follow(redirect) : page('/404.html', 404)

    function move(status: number, to: string): void {
      outgoing.writeHead(status, { location: to.includes('?') ? to : `${to}${url!.search}` }).end()
    }

    async function follow({ status, to }: Redirect): Promise<void> {
      return status === 200 || status === 404 || status === 410 ? page(to, status) : move(status, to)
    }

    async function page(path: string, status: number): Promise<void> {
      const file = await find(path)
      if (!file || 'redirect' in file) return plain(outgoing, 404, 'Not found')
      return sendFile(incoming, outgoing, file, status, headersFor(pathname))
    }
  }

  return answer
}

/** Addresses that no deployed site has: the mailbox, and running a schedule before its time. */
async function localOnly(site: Site, method: string, path: string): Promise<Response | undefined> {
  if (method === 'POST' && path.startsWith('/_schedules/'))
    return await site.runScheduled(path.slice('/_schedules/'.length))
  return (method === 'GET' || method === 'HEAD') && path.startsWith('/_mail')
    ? mailPage(path, site.mail)
    : undefined
}

/** The whole address asked for; a path that starts with two slashes must not become another site's name. */
function addressOf(incoming: IncomingMessage): URL | null {
  const path = (incoming.url ?? '/').replace(/^\/+/, '/')
  return URL.parse(path, `http://${incoming.headers.host ?? '127.0.0.1'}`)
}

function plain(outgoing: ServerResponse, status: number, text: string): void {
  outgoing.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  outgoing.end(text)
}
