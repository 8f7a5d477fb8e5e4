import { AsyncLocalStorage } from 'node:async_hooks'

const answering = new AsyncLocalStorage<true>()
const print = console.error

/**
 * Answers a request to the database without letting it print what people wrote.
 *
 * Supabase Lite prints each refused query with the values it carried: names, addresses, whole complaints.
 * What is kept is PostgreSQL's code and the constraint's name, which say what went wrong and about nobody.
 */
export function quietly<T>(answer: () => T): T {
  return answering.run(true, answer)
}

console.error = (...said: unknown[]) => {
  if (!answering.getStore()) return print(...said)
  const error = said.find((part) => part instanceof Error)
  print(`The database refused a request: ${described(error)}`)
}

function described(error: Error | undefined): string {
  const { code, constraint, routine } = (error ?? {}) as Record<string, unknown>
  return (
    [code, constraint, routine].filter((part) => typeof part === 'string').join(', ') ||
    (error?.name ?? 'unknown')
  )
}
