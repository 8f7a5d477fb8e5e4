import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose'

/**
 * Mints the token that the deployed functions carry: a JWT for the database role `portal`, which expires. With
 * `--role mailer`, the one that sends the letters; with `--role portal_files`, the one that takes files in; with
 * `--role portal_scan`, the one that looks through them; with `--role keeper`, the one that takes out what is past
 * its time; with `--role case_system`, the one with which a council's own case system fetches a case; with
 * `--role reports`, the one that `npm run figures` carries: it can count, and nothing else.
 *
 *   npm run --silent portal-token -- --key ../heard-signing-key.json --days 90
 *   npm run --silent portal-token -- --key ../heard-signing-key.json --days 90 --role mailer
 *   npm run --silent portal-token -- --key ../heard-signing-key.json --days 90 --role portal_files
 *   npm run --silent portal-token -- --key ../heard-signing-key.json --days 1 --role reports
 *
 * Run it on your own machine. The key stays there (or in a safe): beside the functions it could mint any role.
 * Where the file does not exist, a new ES256 key is made, readable by its owner only.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      key: { type: 'string' },
      days: { type: 'string', default: '90' },
      role: { type: 'string', default: 'portal' },
    },
  })
  const days = Number(values.days)
  const role = roles.find((one) => one === values.role)
  if (!values.key || !role || !(days >= 1 && days <= 366)) {
    throw new Error(
      'Say where the signing key is, for how many days (1 to 366), and for which role (portal, mailer, portal_files, portal_scan, keeper, reports, case_system): ' +
        '--key FILE --days 90 --role portal',
    )
  }
  if (!existsSync(values.key)) {
    writeFileSync(values.key, JSON.stringify(await newKey(), null, 2), { mode: 0o600, flag: 'wx' })
    console.error(
      `Made a new signing key in ${values.key}. Import it in Supabase under JWT keys before the token is used.`,
    )
  }
  const jwk = JSON.parse(readFileSync(values.key, 'utf8')) as JWK
  console.log(await roleToken(jwk, role, days))
  console.error(
    `The token above works for ${days} days. Set it as ${variables[role]}, and mint the next one before then.`,
  )
}

/** A new private key as a JWK, with the id by which Supabase will know it. */
export async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  return { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: 'ES256', use: 'sig' }
}

const roles = ['portal', 'mailer', 'portal_files', 'portal_scan', 'keeper', 'reports', 'case_system'] as const

/** What the environment calls the token of a role. */
const variables = {
  portal: 'PORTAL_TOKEN',
  mailer: 'MAILER_TOKEN',
  portal_files: 'FILES_TOKEN',
  portal_scan: 'SCAN_TOKEN',
  keeper: 'KEEPER_TOKEN',
  reports: 'REPORTS_TOKEN',
  case_system: 'the token of the council’s own system',
} as const

/** A token for the role `portal`, signed with `jwk`, that ends after `days`. */
export const portalToken = (jwk: JWK, days: number): Promise<string> => roleToken(jwk, 'portal', days)

/** A token for one of the roles that a caller of the API can be, signed with `jwk`, that ends after `days`. */
export async function roleToken(jwk: JWK, role: (typeof roles)[number], days: number): Promise<string> {
  return new SignJWT({ role })
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', ...(jwk.kid && { kid: jwk.kid }) })
    .setIssuedAt()
    .setExpirationTime(`${days} days`)
    .sign(await importJWK(jwk, 'ES256'))
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  })
}
