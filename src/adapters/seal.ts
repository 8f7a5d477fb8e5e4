import { EncryptJWT, jwtDecrypt } from 'jose'
import type { Seal } from '../complaints/ports.ts'

/** Seals with AES-256-GCM, under a key for each purpose that is derived from the portal's secret (HKDF). */
export function seal(secret: string): Seal {
  const keys = new Map<string, Promise<Uint8Array>>()
  const keyFor = (purpose: string) => {
    const key = keys.get(purpose) ?? derive(secret, purpose)
    keys.set(purpose, key)
    return key
  }
  return {
    async close(facts, purpose, seconds) {
      return new EncryptJWT(facts)
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setExpirationTime(`${seconds} seconds`)
        .encrypt(await keyFor(purpose))
    },
    async open(sealed, purpose) {
      try {
        const { payload } = await jwtDecrypt(sealed, await keyFor(purpose), {
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
          requiredClaims: ['exp'],
        })
        return payload
      } catch {
        // Forged, garbled, for another purpose or too old: to the reader they are one and the same.
        return null
      }
    },
  }
}

async function derive(secret: string, purpose: string): Promise<Uint8Array> {
  const encoder = new TextEncoder()
  const root = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveBits'])
  const settings = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: encoder.encode(`heard:${purpose}`),
  }
  return new Uint8Array(await crypto.subtle.deriveBits(settings, root, 256))
}
