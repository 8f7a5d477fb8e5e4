import { fileTypeFromBuffer } from 'file-type'
import type { Refusal } from './ports.ts'

/** What a council takes: content/council.json, `files`. */
export interface Limits {
  /** The longest file, in bytes. */
  readonly mostBytes: number
  /** Media types that are taken. */
  readonly types: readonly string[]
}

/** What a file turned out to be, as it may be kept. */
export interface Looked {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Looks at a whole file: what its bytes say it is, and whether it may be kept. Never throws for what is in it. */
export async function lookAt(
  bytes: Uint8Array<ArrayBuffer>,
  limits: Limits,
): Promise<Looked | { readonly refused: Refusal }> {
  if (bytes.length === 0) return { refused: 'empty' }
  if (bytes.length > limits.mostBytes) return { refused: 'size' }
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (!found || !limits.types.includes(found.mime)) return { refused: 'type' }
  return { type: found.mime, bytes }
}
