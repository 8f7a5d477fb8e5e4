import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'smol-toml'
import { z } from 'zod'
import { Refusal } from '../refusal.ts'

const redirect = z.strictObject({
  from: z.string().startsWith('/'),
  /** A path of this site, or a whole address where the status sends people away. */
  to: z.string(),
  status: z.literal([200, 301, 302, 303, 307, 308, 404, 410]).default(301),
  force: z.boolean().default(false),
})

const headers = z.strictObject({ for: z.string().startsWith('/'), values: z.record(z.string(), z.string()) })

const schema = z.looseObject({
  build: z.looseObject({ publish: z.string() }),
  functions: z.looseObject({ directory: z.string() }),
  redirects: z.array(redirect).default([]),
  headers: z.array(headers).default([]),
})

/** What this server honours of netlify.toml. */
export type NetlifyConfig = z.infer<typeof schema>
export type Redirect = z.infer<typeof redirect>
export type Headers = z.infer<typeof headers>

/** Reads netlify.toml. Throws a Refusal that names the key where a redirect or header asks for more than we do. */
export function netlifyConfig(root: string): NetlifyConfig {
  const read = schema.safeParse(parse(readFileSync(join(root, 'netlify.toml'), 'utf8')))
  if (read.success) return read.data
  const issues = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new Refusal(`netlify.toml: ${issues.join('; ')}`)
}

/** The rules that the build left beside the pages, `from to status` a line; Netlify asks them first. */
export function builtRedirects(publish: string): Redirect[] {
  const file = join(publish, '_redirects')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
  return lines.map((line) => {
    const [from, to, status] = line.split(' ')
    return redirect.parse({ from, to, status: Number(status) })
  })
}
