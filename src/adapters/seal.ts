import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Seal } from '../complaints/ports.ts'

const header = text({ alg: 'dir', enc: 'A256GCM' })

/**
 * Seals with AES-256-GCM, under a key for each purpose that is derived from the portal's secret (HKDF). What comes out
 * is a JWE in its compact form (RFC 7516), written here since Node has all that it needs: a library is 30 KB more in
 * every function.
 */
export function seal(secret: string): Seal {
  const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `heard:${purpose}`, 32))
  return {
    close: async (facts, purpose, seconds) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce).setAAD(Buffer.from(header))
      const exp = Math.floor(Date.now() / 1000) + seconds
      const sealed = Buffer.concat([cipher.update(JSON.stringify({ ...facts, exp })), cipher.final()])
      const parts = [nonce, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))
      return [header, '', ...parts].join('.')
    },
    open: async (sealed, purpose) => {
      try {
        const [said, none, ...parts] = sealed.split('.')
        const [nonce, words, tag] = parts.map((part) => Buffer.from(part, 'base64url'))
        if (said !== header || none !== '' || parts.length !== 3 || tag?.length !== 16) return null
        const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), nonce!)
          .setAAD(Buffer.from(header))
          .setAuthTag(tag)
        const facts: unknown = JSON.parse(
          Buffer.concat([decipher.update(words!), decipher.final()]).toString('utf8'),
        )
        return isFresh(facts) ? facts : null
      } catch {
        // Forged, garbled, for another purpose or too old: to the reader they are one and the same.
        return null
      }
    },
  }
}

/** True for facts whose time is not over. */
function isFresh(facts: unknown): facts is Record<string, unknown> {
  const exp = (facts as { exp?: unknown } | null)?.exp
  return typeof exp === 'number' && exp > Math.floor(Date.now() / 1000)
}

function text(json: unknown): string {
  return Buffer.from(JSON.stringify(json)).toString('base64url')
}
