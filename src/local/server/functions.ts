import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Config, Context } from '@netlify/functions'

/** A function of the site, ready to answer. */
export interface SiteFunction {
  readonly name: string
  /** A cron expression, where the function runs by the clock and has no address. */
  readonly schedule: string | undefined
  readonly preferStatic: boolean
  readonly handle: Handle
  /** The parameters of the path, where this function answers the method and path; otherwise undefined. */
  match(method: string, path: string): Record<string, string> | undefined
}

type Handle = (request: Request, context: Context) => Promise<Response | undefined> | Response | undefined

/** Loads bundled functions. They read the environment as they load, so it must be set before. */
export async function loadFunctions(files: readonly string[]): Promise<SiteFunction[]> {
  return await Promise.all(
    files.map(async (file) => {
      const { default: handle, config = {} } = (await import(pathToFileURL(file).href)) as {
        default: Handle
        config?: Config
      }
      const name = basename(file, '.mjs')
      const { path, method, preferStatic, schedule } = config as Partial<
        Record<'path' | 'method', string | string[]> & { preferStatic: boolean; schedule: string }
      >
      const patterns = [path ?? `/.netlify/functions/${name}`].flat().map(pattern)
      const methods = method && [method].flat()
      return {
        name,
        schedule,
        preferStatic: preferStatic ?? false,
        handle,
        match(asked, at) {
          if (schedule !== undefined || (methods && !methods.includes(asked === 'HEAD' ? 'GET' : asked)))
            return undefined
          const found = patterns.map((one) => one.exec({ pathname: at })).find((one) => one !== null)
          return found ? (found.pathname.groups as Record<string, string>) : undefined
        },
      } satisfies SiteFunction
    }),
  )
}

/** Netlify takes an address with or without its last slash. */
const pattern = (path: string): URLPattern => new URLPattern({ pathname: `${path.replace(/\/$/, '')}{/}?` })
