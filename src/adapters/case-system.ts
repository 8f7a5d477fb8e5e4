import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { NotTaken, type CaseSystem, type Told } from '../complaints/hooks/ports.ts'
import { isPublic, lookupPublic } from './public-address.ts'

/** Where the case system is. */
export interface CaseSystemAddress {
  readonly url: string
  /** As Standard Webhooks writes it: `whsec_` and 24 to 64 bytes in base64. */
  readonly secret: string
  /** Only on one machine: true lets it be reached without TLS, and at an address of this machine. */
  readonly local?: boolean
}

const patience = 10_000

/**
 * Tells the council's case system, signed as Standard Webhooks says (standardwebhooks.com): `webhook-id`,
 * `webhook-timestamp`, `webhook-signature`. By https alone, at a public address alone; no redirect is followed, since
 * it would take the event to somebody whom the council did not name. What is answered beyond its status is not read.
 */
export function caseSystem({ url, secret, local = false }: CaseSystemAddress): CaseSystem {
  const webhook = new Webhook(secret)
  const target = new URL(url)
  const refused =
    !local && (target.protocol !== 'https:' || target.username !== '')
      ? 'not-https'
      : !local && isIP(host(target)) && !isPublic(host(target))
        ? 'leads-inside'
        : null

  return {
    async tell(told) {
      if (refused) throw new NotTaken(refused)
      const status = await post(target, told, webhook.sign(told.id, told.at, told.body), local)
      if (status < 200 || status >= 300) throw new NotTaken(`http-${status}`)
    },
  }
}

const host = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

function post(target: URL, { id, at, body }: Told, signature: string, local: boolean): Promise<number> {
  const request = target.protocol === 'https:' ? secureRequest : plainRequest
  return new Promise((resolve, reject) => {
    const asked = request(
      target,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Heard',
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
          'webhook-signature': signature,
        },
        agent: false,
        signal: AbortSignal.timeout(patience),
        ...(!local && { lookup: lookupPublic }),
      },
      (answer) => {
        answer.on('error', () => {})
        answer.destroy()
        resolve(answer.statusCode ?? 0)
      },
    )
    asked.on('error', ({ name }) =>
      reject(
        new NotTaken(
          name === 'LeadsInside'
            ? 'leads-inside'
            : name === 'AbortError' || name === 'TimeoutError'
              ? 'too-slow'
              : 'no-answer',
        ),
      ),
    )
    asked.end(body)
  })
}
