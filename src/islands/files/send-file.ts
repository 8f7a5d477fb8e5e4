import { handleText } from '../../form/file-handle.ts'
import type { FileRefusal } from '../../form/kinds/files.ts'
import { newKey, sealFile } from '../../files/sealed.ts'

/** What came of sending a file: its handle, or why it was not taken. */
export type SentFile = { readonly handle: string } | { readonly refused: FileRefusal }

interface Options {
  /** Is told how much has gone, from 0 to 1. */
  readonly progress: (part: number) => void
  /** Ends it: the promise is then rejected. */
  readonly signal: AbortSignal
}

/** How long to wait before each further try, in milliseconds. */
const waits = [1000, 3000]

/** How long nothing may move before a try is given up, in milliseconds. */
const patience = 60_000

/**
 * Sends a file to the council: sealed here, put straight into the storage, checked there (src/files/ports.ts). A
 * connection that is cut is tried again by itself, twice, from the start of the file. Rejects only where `signal` ended it.
 */
export async function sendFile(file: File, { progress, signal }: Options): Promise<SentFile> {
  const key = newKey()
  let place: Place | undefined
  let isThere = false
  for (let tries = 0; ; tries += 1) {
    try {
      const begun = place ?? (await ask<Place>({ do: 'start', size: file.size }, signal))
      if ('refused' in begun) return begun
      place = begun
      if (!isThere) {
        const bytes = new Uint8Array(await file.arrayBuffer())
        await put(new URL(begun.upload, location.href), await sealFile(bytes, key), progress, signal)
        isThere = true
      }
      const handle = handleText({ id: begun.id, key, size: file.size, name: file.name })
      const finished = await ask<object>({ do: 'finish', handle }, signal)
      if (!('refused' in finished)) return { handle }
      if (finished.refused !== 'failed') return finished
      // The bytes are not there after all.
      isThere = false
      throw new Error()
    } catch {
      signal.throwIfAborted()
      if (tries === waits.length) return { refused: 'failed' }
      progress(0)
      await pause(waits[tries]!, signal)
    }
  }
}

/** Takes back a file that is not to be sent. Where that fails, it goes when its day is over. */
export async function takeBack(handle: string): Promise<void> {
  await ask({ do: 'remove', handle }).catch(() => undefined)
}

/** Why a file that was sent ahead cannot go with the form any more; null where it can, or where nobody answers. */
export async function whyNot(handle: string): Promise<FileRefusal | null> {
  const answer = await ask<object>({ do: 'finish', handle }).catch(() => ({}))
  return 'refused' in answer && answer.refused !== 'busy' ? answer.refused : null
}

interface Place {
  readonly id: string
  readonly upload: string
}

/** Throws where nobody answers, or something is wrong on the council's side: it may be tried again. */
async function ask<Answer extends object>(
  asked: object,
  signal?: AbortSignal,
): Promise<Answer | { readonly refused: FileRefusal }> {
  const late = AbortSignal.timeout(patience)
  const answer = await fetch('/api/files', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(asked),
    keepalive: !signal,
    signal: signal ? AbortSignal.any([signal, late]) : late,
  })
  if (answer.ok || answer.status === 422 || answer.status === 429)
    return (await answer.json()) as Answer | { readonly refused: FileRefusal }
  throw new Error()
}

/** Only XMLHttpRequest says how much has gone. */
function put(
  address: URL,
  bytes: Uint8Array<ArrayBuffer>,
  progress: Options['progress'],
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const end = () => request.abort()
    let still = setTimeout(end, patience)
    request.upload.onprogress = ({ loaded, total }) => {
      clearTimeout(still)
      still = setTimeout(end, patience)
      progress(loaded / total)
    }
    request.onloadend = () => {
      clearTimeout(still)
      signal.removeEventListener('abort', end)
      // What is there already came with a try whose answer was lost.
      if ([200, 201, 400, 409].includes(request.status)) resolve()
      else reject(new Error())
    }
    signal.addEventListener('abort', end)
    request.open('PUT', address)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.send(bytes)
  })
}

/** Waits so long; without a connection, until there is one again. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      removeEventListener('online', end)
      signal.removeEventListener('abort', end)
      if (signal.aborted) reject(new Error())
      else resolve()
    }
    const timer = setTimeout(end, navigator.onLine ? milliseconds : patience)
    addEventListener('online', end)
    signal.addEventListener('abort', end)
  })
}
