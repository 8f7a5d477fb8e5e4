import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SignJWT } from 'jose'
import { z } from 'zod'
import { newPair } from '../adapters/sealed-to.ts'

const schema = z.object({
  heardSecret: z.string(),
  jwtSecret: z.string(),
  publishableKey: z.string(),
  secretKey: z.string(),
  mailKey: z.string(),
  sealedPublicKey: z.string(),
  sealedPrivateKey: z.string(),
  blobsToken: z.string(),
})

/** The keys of one portal on one machine. They open nothing anywhere else. */
export type Secrets = z.infer<typeof schema>

/**
 * Reads the secrets of a data folder; makes those that it has not, at the first start all of them. Readable by their
 * owner only.
 */
export function localSecrets(folder: string): Secrets {
  const file = join(folder, 'secrets.json')
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>) : {}
  const random = () => randomBytes(32).toString('base64url')
  const pair = newPair()
  const secrets = schema.parse({
    heardSecret: random(),
    jwtSecret: random(),
    publishableKey: `sb_publishable_${random()}`,
    secretKey: `sb_secret_${random()}`,
    mailKey: `re_${random()}`,
    sealedPublicKey: pair.publicKey,
    sealedPrivateKey: pair.privateKey,
    blobsToken: random(),
    ...kept,
  })
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  return secrets
}

/** A token for the database role `portal`, as the deployed functions carry one (there minted offline). */
export const portalToken = (jwtSecret: string): Promise<string> => roleToken(jwtSecret, 'portal')

/** A token for the database role `mailer`, which sends the letters. */
export const mailerToken = (jwtSecret: string): Promise<string> => roleToken(jwtSecret, 'mailer')

/** A token for the database role `reports`, for `npm run figures`. */
export const reportsToken = (jwtSecret: string): Promise<string> => roleToken(jwtSecret, 'reports')

/** A token for the database role `portal_files`, which takes files in. */
export const filesToken = (jwtSecret: string): Promise<string> => roleToken(jwtSecret, 'portal_files')

/** A token for the database role `portal_scan`, which looks through them. */
export const scanToken = (jwtSecret: string): Promise<string> => roleToken(jwtSecret, 'portal_scan')

/** A token for the database role `keeper`, which takes out what is past its time. */
export const keeperToken = (jwtSecret: string): Promise<string> => roleToken(jwtSecret, 'keeper')

async function roleToken(jwtSecret: string, role: string): Promise<string> {
  return await new SignJWT({ role })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt()
    .setExpirationTime('1y')
    .sign(new TextEncoder().encode(jwtSecret))
}
