import type { Headers, Redirect } from './netlify-config.ts'

/** A matcher of Netlify's path rules: `/a/b` exactly, `/a/:name` for one part, `/a/*` for all that follows. */
export type PathRule = (path: string) => Readonly<Record<string, string>> | undefined

/** A trailing slash makes no difference, as at Netlify. */
export function pathRule(pattern: string): PathRule {
  const source = pattern
    .replace(/\/$/, '')
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/:(\w+)/g, '(?<$1>[^/]+)')
    .replace(/\/\*$/, '(?:/(?<splat>.*))?')
  const regex = new RegExp(`^${source}/?$`)
  return (path) => {
    const found = regex.exec(path)
    return found ? { ...found.groups } : undefined
  }
}

/** Where a path goes by the first redirect that fits it, or undefined. `:name` and `:splat` are filled in. */
export function redirector(redirects: readonly Redirect[]): (path: string) => Redirect | undefined {
  const rules = redirects.map((redirect) => ({ redirect, match: pathRule(redirect.from) }))
  return (path) => {
    for (const { redirect, match } of rules) {
      const parts = match(path)
      if (parts)
        return { ...redirect, to: redirect.to.replace(/:(\w+)/g, (_, name: string) => parts[name] ?? '') }
    }
    return undefined
  }
}

/** The headers a static file is sent with: of two rules that set one header, the later holds. */
export function headerRules(headers: readonly Headers[]): (path: string) => Record<string, string> {
  const rules = headers.map((rule) => ({ values: rule.values, match: pathRule(rule.for) }))
  return (path) => {
    const found: Record<string, string> = {}
    for (const { values, match } of rules)
      if (match(path)) for (const [name, value] of Object.entries(values)) found[name.toLowerCase()] = value
    return found
  }
}
