import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a role may do: the functions of the API it runs, and its acts on each bucket. */
export interface Allowed {
  readonly functions: readonly string[]
  readonly buckets: Readonly<Record<string, readonly string[]>>
}

/** What each role may do, as supabase/ROLES.md says; `nobody` has the functions that are granted to none. */
export function whoMayDoWhat(): Record<string, Allowed> {
  const text = readFileSync(join(import.meta.dirname, '../../supabase/ROLES.md'), 'utf8')
  const [, ...parts] = text.split(/^## /m)
  return Object.fromEntries(
    parts.map((part) => {
      const [role = ''] = part.split('\n')
      const functions = [...part.matchAll(/^- `(api\..+)`$/gm)].map(([, name]) => name!)
      const buckets = [...part.matchAll(/^- bucket `(\w+)`: (.+)$/gm)].map(
        ([, bucket, acts]) => [bucket!, acts!.split(', ')] as const,
      )
      return [role, { functions, buckets: Object.fromEntries(buckets) }]
    }),
  )
}
