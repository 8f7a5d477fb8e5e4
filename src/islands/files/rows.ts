import { readHandle } from '../../form/file-handle.ts'
import type { FileRefusal } from '../../form/kinds/files.ts'

/** One file on the page: chosen and waiting, on its way, with the council, or not taken. */
export interface Row {
  /** Names it on the page. */
  readonly id: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** What was chosen; null where only its handle is known, after a reload or an earlier step. */
  readonly file: File | null
  readonly state: 'waiting' | 'sending' | 'done' | 'refused'
  /** How much of it has gone, from 0 to 1. */
  readonly gone: number
  readonly code?: FileRefusal | undefined
  readonly handle?: string
}

let made = 0
const nextId = (): string => `file-${(made += 1)}`

/** A file as it was chosen; what is plainly wrong with it is said before anything is sent. */
export function chosenRow(file: File, mostBytes: number): Row {
  const code = file.size === 0 ? 'empty' : file.size > mostBytes ? 'size' : undefined
  const { name, size } = file
  const row = { id: nextId(), name, size, file, gone: 0 }
  return code ? { ...row, state: 'refused', code } : { ...row, state: 'waiting' }
}

/** Files that were sent before, from their handles. */
export const heldRows = (handles: readonly string[]): readonly Row[] =>
  handles.flatMap((handle) => {
    const held = readHandle(handle)
    return held
      ? {
          id: nextId(),
          name: held.name,
          size: held.size,
          file: null,
          state: 'done' as const,
          gone: 1,
          handle,
        }
      : []
  })

/** True where sending it again may go better. */
export const mayGoBetter = ({ file, code }: Row): boolean =>
  file !== null && (code === 'failed' || code === 'busy')
