import { Resend } from 'resend'
import type { VerifyMail } from '../complaints/outbox.ts'
import { readEnvironment } from './environment.ts'

/**
 * Resend's webhooks, verified by its own package: HMAC-SHA256 over id, time and body, compared in constant time, at most
 * five minutes old. Throws EnvironmentIncomplete where there is no secret to verify them by.
 */
export function mailWebhook(): VerifyMail {
  const { RESEND_API_KEY, RESEND_WEBHOOK_SECRET } = readEnvironment(process.env, ['RESEND_WEBHOOK_SECRET'])
  const { webhooks } = new Resend(RESEND_API_KEY)
  return (payload, headers) => {
    try {
      return webhooks.verify({ payload, headers, webhookSecret: RESEND_WEBHOOK_SECRET }) as unknown
    } catch {
      return null
    }
  }
}
