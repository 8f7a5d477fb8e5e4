import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { DraftSeal } from '../complaints/drafts/ports.ts'

/** The lengths that every draft is filled up to, in bytes, so that a draft's size tells little of what is in it. */
const lengths = [16_384, 65_536, 262_144, 1_048_576]

/**
 * Seals drafts with AES-256-GCM. From the code come, by HKDF (RFC 5869), two values that tell nothing of each other:
 * what finds the draft, and its key. The portal's secret is the salt, so a copy of the database is not even enough to
 * try codes on. If the secret changes, drafts that were saved before it open no more.
 */
export function draftSeal(secret: string): DraftSeal {
  const derive = (code: string, use: string) =>
    Buffer.from(hkdfSync('sha256', code, secret, `heard:draft:${use}`, 32))
  return {
    finder: (code) => derive(code, 'finder').toString('base64url'),
    close(code, text) {
      const words = Buffer.from(text)
      const length = lengths.find((one) => words.length < one)
      if (!length) return null
      const filled = Buffer.alloc(length, ' ')
      words.copy(filled)
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', derive(code, 'key'), nonce)
      const sealed = Buffer.concat([cipher.update(filled), cipher.final()])
      return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64')
    },
    open(code, sealed) {
      const bytes = Buffer.from(sealed, 'base64')
      try {
        const decipher = createDecipheriv('aes-256-gcm', derive(code, 'key'), bytes.subarray(0, 12))
        decipher.setAuthTag(bytes.subarray(-16))
        const text = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
        return text.toString('utf8').trimEnd()
      } catch {
        return null
      }
    },
  }
}
