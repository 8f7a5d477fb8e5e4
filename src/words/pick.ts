import type { Words } from './translate.ts'

/** The words under these dotted keys and no others, for a page that hands words to its script. Throws on a missing key. */
export function pick(words: Words, keys: readonly string[]): Words {
  const picked: Record<string, string | Words> = {}
  for (const key of keys) {
    const parts = key.split('.')
    const last = parts.pop() as string
    let from: string | Words | undefined = words
    let to = picked
    for (const part of parts) {
      from = typeof from === 'object' ? from[part] : undefined
      to = (to[part] ??= {}) as Record<string, string | Words>
    }
    const found = typeof from === 'object' ? from[last] : undefined
    if (found === undefined) throw new Error(`No words for "${key}".`)
    to[last] = found
  }
  return picked
}
