import type { Portal } from '../complaints/ports.ts'

/**
 * A keyed hash of where a post came from, good for a day, to count how much comes from one place (heard.callers). Of
 * an IPv6 address it takes the network alone. Null for this machine itself.
 */
export function whoCalls(address: string, { keys, now }: Pick<Portal, 'keys' | 'now'>): string | null {
  const plain = withoutPrefix(address)
  if (!plain || plain === '::1' || plain.startsWith('127.')) return null
  return keys.proof(`caller ${now().toISOString().slice(0, 10)} ${networkOf(plain)}`)
}

/** An IPv4 address as it may stand inside IPv6, by itself. */
const withoutPrefix = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/, '')

/** The first half of an IPv6 address: the rest is anybody's to choose in that network. An IPv4 address stays whole. */
export function networkOf(address: string): string {
  const plain = withoutPrefix(address)
  if (!plain.includes(':')) return plain
  const [start = '', end] = plain.split('::')
  const before = start.split(':').filter(Boolean)
  const after = end?.split(':').filter(Boolean) ?? []
  const between = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...between, ...after].slice(0, 4).join(':')
}
