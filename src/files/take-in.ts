import { createHash, randomUUID } from 'node:crypto'
import type { FileHandle } from '../form/file-handle.ts'
import type { FileRefusal as Refusal } from '../form/kinds/files.ts'
import { lookAt, type Limits } from './look-at.ts'
import type { Files } from './ports.ts'
import { newKey, openFile, sealedMore, sealFile } from './sealed.ts'

/** What came of a file: what it is, or why it is not taken. */
export type Taken = { readonly type: string; readonly size: number } | { readonly refused: Refusal }

/** A file's place, and where the browser puts its sealed bytes. */
export interface Started {
  readonly id: string
  readonly upload: string
}

/** Begins a file of `size` bytes. `who` is a hash of who asks. Throws where the record or the storage is away. */
export async function startFile(
  size: number,
  who: string,
  { record, quarantine }: Files,
  limits: Limits,
): Promise<Started | { readonly refused: Refusal }> {
  if (size === 0) return { refused: 'empty' }
  if (size > limits.mostBytes) return { refused: 'size' }
  const id = randomUUID()
  const path = randomUUID()
  await record.start({ id, path, size, who })
  return { id, upload: await quarantine.uploadAddress(path) }
}

/**
 * Finishes a file whose sealed bytes were put where startFile said: opens it, checks it, takes out what gives away
 * where a picture was made, and stores it again, sealed anew, at another place, which no upload address leads to.
 * Said twice, it answers the same. Throws where the record or the storage is away: nothing is decided then.
 */
export async function finishFile(
  { id, key }: Pick<FileHandle, 'id' | 'key'>,
  files: Files,
  limits: Limits,
): Promise<Taken> {
  const { record, quarantine } = files
  const held = await record.inHand(id)
  if (!held) return { refused: 'gone' }
  if (held.refused) return { refused: held.refused }
  if (held.checked && held.type) return { type: held.type, size: held.size }
  const sealed = held.path && (await quarantine.read(held.path))
  // Nobody put it there yet, or only part of it: it can be put there again.
  if (!held.path || !sealed) return { refused: 'failed' }

  const looked = await lookInside(sealed, key, limits)
  if ('refused' in looked) {
    await quarantine.remove([held.path])
    await record.turnedAway(id, looked.refused)
    return looked
  }
  const { type, bytes } = looked
  const path = randomUUID()
  await quarantine.write(path, await sealFile(bytes, key))
  const kept = await record.checked({ id, path, type, size: bytes.length, key_proof: proofOf(key) })
  await quarantine.remove([kept ? held.path : path])
  if (kept) return { type, size: bytes.length }
  const other = await record.inHand(id)
  return other?.type ? { type: other.type, size: other.size } : { refused: other?.refused ?? 'gone' }
}

/** What a sealed file is. One that is too long is not opened: whoever sent it said that it was shorter. */
async function lookInside(
  sealed: Uint8Array<ArrayBuffer>,
  key: string,
  limits: Limits,
): ReturnType<typeof lookAt> {
  if (sealed.length > limits.mostBytes + sealedMore) return { refused: 'size' }
  const opened = await openFile(sealed, key)
  return opened ? await lookAt(opened, limits) : { refused: 'broken' }
}

/**
 * Keeps a file that came in a form's post, whole and unsealed: seals it with a key of its own, and gives its handle
 * without the name. Throws where the record or the storage is away.
 */
export async function keepPosted(
  bytes: Uint8Array<ArrayBuffer>,
  who: string,
  { record, quarantine }: Files,
  limits: Limits,
): Promise<Pick<FileHandle, 'id' | 'key' | 'size'> | { readonly refused: Refusal }> {
  const looked = await lookAt(bytes, limits)
  if ('refused' in looked) return looked
  const [id, path, key, size] = [randomUUID(), randomUUID(), newKey(), looked.bytes.length]
  await record.start({ id, path, size, who })
  await quarantine.write(path, await sealFile(looked.bytes, key))
  await record.checked({ id, path, size, type: looked.type, key_proof: proofOf(key) })
  return { id, key, size }
}

/** Takes a file back before it is sent. Where its bytes cannot be deleted now, the cleaning does it. */
export async function takeBack(
  { id, key }: Pick<FileHandle, 'id' | 'key'>,
  { record, quarantine }: Files,
): Promise<void> {
  const path = await record.forget(id, key)
  if (path) await quarantine.remove([path])
}

const proofOf = (key: string): string => createHash('sha256').update(key).digest('hex')
