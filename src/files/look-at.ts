import type { FileRefusal as Refusal } from '../form/kinds/files.ts'
import { NotWhole, type Bytes } from './bytes.ts'
import { isTwoThings, kindOf, type Kind } from './kinds/kind-of.ts'
import { withoutPlace } from './where-taken/clean.ts'

/** What a council takes: content/council.json, `files`. */
export interface Limits {
  /** The longest file, in bytes. */
  readonly mostBytes: number
  /** Media types that are taken. */
  readonly types: readonly string[]
}

/**
 * Looks at a whole file: what its bytes say it is, whether it may be kept, and how it is kept, without where a picture
 * was made. Never throws for what is in it. May change the bytes it is given.
 */
export async function lookAt(bytes: Bytes, limits: Limits): Promise<Kind | { readonly refused: Refusal }> {
  if (bytes.length === 0) return { refused: 'empty' }
  if (bytes.length > limits.mostBytes) return { refused: 'size' }
  try {
    const kind = await kindOf(bytes)
    if (kind === 'locked') return { refused: 'locked' }
    if (!kind || !limits.types.includes(kind.type)) return { refused: 'type' }
    const cleaned = withoutPlace(kind.type, kind.bytes)
    if (!cleaned) return { refused: 'broken' }
    const kept = { type: kind.type, bytes: cleaned }
    return isTwoThings(kept) ? { refused: 'type' } : kept
  } catch (error) {
    if (error instanceof NotWhole || error instanceof RangeError) return { refused: 'broken' }
    throw error
  }
}
