import { createHmac } from 'node:crypto'
import { codeFrom } from '../complaints/access-code.ts'
import type { Keys } from '../complaints/ports.ts'

/**
 * Codes and links derived from the portal's secret and the key's id, so that a letter can say them again and
 * nothing at rest holds them: the database keeps a proof, which only this secret can make.
 */
export function keys(secret: string): Keys {
  const derive = (use: string, text: string) =>
    createHmac('sha256', secret).update(`heard:${use}:${text}`).digest()
  return {
    code: (id) => codeFrom(derive('code', id)),
    link: (id) => derive('link', id).toString('base64url').slice(0, 27),
    proof: (codeOrLink) => derive('proof', codeOrLink).toString('base64url'),
    draw: (text) => derive('draw', text),
  }
}
