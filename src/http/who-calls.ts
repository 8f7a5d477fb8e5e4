import type { Portal } from '../complaints/ports.ts'

/**
 * A keyed hash of where a post came from, good for a day, to count how much comes from one place (heard.callers). Of
 * an IPv6 address it takes the first half, which is the network: the rest is anybody's to choose there. Null for this
 * machine itself.
 */
export function whoCalls(address: string, { keys, now }: Pick<Portal, 'keys' | 'now'>): string | null {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  if (!plain || plain === '::1' || plain.startsWith('127.')) return null
  return keys.proof(`caller ${now().toISOString().slice(0, 10)} ${networkOf(plain)}`)
}

function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [start = '', end] = address.split('::')
  const before = start.split(':').filter(Boolean)
  const after = end?.split(':').filter(Boolean) ?? []
  const between = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...between, ...after].slice(0, 4).join(':')
}
