import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { Envelope } from '../complaints/equality/ports.ts'

/** Every text is filled up to a multiple of this, in bytes. */
const block = 2048

/**
 * Seals text with AES-256-GCM under a key for one use, derived from the portal's secret. It holds no time, and all
 * that fits one block comes out at one length.
 */
export function envelope(secret: string, use: string): Envelope {
  const key = createHmac('sha256', secret).update(`heard:envelope:${use}`).digest()
  return {
    close(text) {
      const words = Buffer.from(text)
      const filled = Buffer.alloc(Math.ceil((words.length + 1) / block) * block, ' ')
      words.copy(filled)
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const sealed = Buffer.concat([cipher.update(filled), cipher.final()])
      return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url')
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length < 12 + 16) return null
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
        decipher.setAuthTag(bytes.subarray(-16))
        const text = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
        return text.toString('utf8').trimEnd()
      } catch {
        return null
      }
    },
  }
}
