/**
 * What a form knows of a file that was sent ahead: where it is, what opens it, and what to call it.
 *
 * As text it is `<id>.<key>.<size>.<name>`: one opaque answer that the form carries, so that an error, the check page
 * and a saved draft keep the file. The key stands nowhere else until the form is sent.
 */
export interface FileHandle {
  /** A UUID, by which the record knows the file. */
  readonly id: string
  /** 32 random bytes in base64url: what opens the file (AES-256-GCM). */
  readonly key: string
  /** How long the file is, in bytes, as the device said. For reading alone: nothing is decided by it. */
  readonly size: number
  /** What the device called it: one line of 1 to 200 characters. For reading alone, and never a path. */
  readonly name: string
}

const form =
  /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})\.(\d{1,9})\.([A-Za-z0-9_-]{1,1200})$/

/** The longest name that is kept, in characters. */
const longestName = 200

/** A handle as text. The name is made fit to keep first: see nameToKeep. */
export const handleText = ({ id, key, size, name }: FileHandle): string =>
  [id, key, size, toBase64url(new TextEncoder().encode(nameToKeep(name)))].join('.')

/** What a handle says; null for any other text. */
export function readHandle(text: string): FileHandle | null {
  const [, id, key, size, name] = form.exec(text) ?? []
  if (!id || !key || !size || !name) return null
  try {
    const decoded = new TextDecoder('utf-8', { fatal: true }).decode(fromBase64url(name))
    return decoded === nameToKeep(decoded) ? { id, key, size: Number(size), name: decoded } : null
  } catch {
    return null
  }
}

/**
 * A file's name as one bounded line: without the folders before it, what cannot be seen, or turns the text around it,
 * and halves of a character. Its end is kept, where it says what kind of file it is.
 */
export function nameToKeep(name: string): string {
  const line = name
    .replace(/^.*[/\\]/su, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
  const characters = [...line]
  if (!characters.length || line === '.' || line === '..') return 'file'
  if (characters.length <= longestName) return line
  return [...characters.slice(0, longestName - 21), '…', ...characters.slice(-20)].join('')
}

export const toBase64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

export const fromBase64url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
