import { fromBase64url, toBase64url } from '../form/file-handle.ts'

/*
 * How a file is sealed: a nonce of 12 random bytes, then what AES-256-GCM makes of the file, its tag of 16 bytes at
 * the end. The browser and the functions run this same code. One key may seal a file twice (as it was sent, and as it
 * was kept), each time with a nonce of its own.
 */

/** How much longer a file is once it is sealed, in bytes. */
export const sealedMore = 12 + 16

/** A new key: 32 random bytes in base64url. */
export const newKey = (): string => toBase64url(crypto.getRandomValues(new Uint8Array(32)))

/** Seals a file. Throws where the key is none. */
export async function sealFile(
  bytes: Uint8Array<ArrayBuffer>,
  key: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, await imported(key), bytes)
  const whole = new Uint8Array(nonce.length + sealed.byteLength)
  whole.set(nonce)
  whole.set(new Uint8Array(sealed), nonce.length)
  return whole
}

/** Opens what was sealed; null where the key is another, or a byte was changed or lost. */
export async function openFile(
  sealed: Uint8Array<ArrayBuffer>,
  key: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (sealed.length < sealedMore) return null
  try {
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: sealed.subarray(0, 12) },
      await imported(key),
      sealed.subarray(12),
    )
    return new Uint8Array(opened)
  } catch {
    return null
  }
}

const imported = (key: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', fromBase64url(key), 'AES-GCM', false, ['encrypt', 'decrypt'])
