import { AsyncLocalStorage } from 'node:async_hooks'

type Hear = (error: Error) => void

const hearing = new AsyncLocalStorage<Hear>()
const print = console.error

console.error = (...said: unknown[]) => {
  const hear = hearing.getStore()
  if (!hear) return print(...said)
  hear(said.find((part) => part instanceof Error) ?? new Error('unknown'))
}

/**
 * Runs the database's work, and hands the errors that Supabase Lite would print to `hear` instead.
 *
 * Lite prints each refused query with the values it carried: names, addresses, whole complaints.
 */
export function overheard<T>(hear: Hear, work: () => T): T {
  return hearing.run(hear, work)
}
