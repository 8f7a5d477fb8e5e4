import * as z from 'zod/mini'

const text = z.string().check(z.minLength(1))
const address = z.url({ protocol: /^https?$/ })

/** What a deployed portal is told from outside. README.md says where each comes from. */
const schema = z.object({
  SUPABASE_URL: address,
  SUPABASE_PUBLISHABLE_KEY: text,
  /** A JWT for the database role `portal`: it expires, and can do nothing but call the API's functions. */
  PORTAL_TOKEN: text,
  /** The same for the role `mailer`, which takes the letters that wait and does what falls due. */
  MAILER_TOKEN: text,
  /** The same for the role `portal_files`, which reaches the files that wait. Without it no file is taken. */
  FILES_TOKEN: z.optional(text),
  /** The same for the role `portal_scan`, which looks through files and moves them on. Without it they wait. */
  SCAN_TOKEN: z.optional(text),
  /** The same for the role `keeper`, which takes out what is past its time. Without it nothing is, and the log says so. */
  KEEPER_TOKEN: z.optional(text),
  /** Where the council's own case system takes webhooks, by https. Without it nothing is told. */
  CASE_SYSTEM_URL: z.optional(address),
  /** What they are signed with, as Standard Webhooks writes it: `whsec_` and base64. */
  CASE_SYSTEM_SECRET: z.optional(z.string().check(z.regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/))),
  /** Only on one machine: `yes` lets the case system be at an address of this machine, without TLS. */
  CASE_SYSTEM_LOCAL: z.optional(z.literal('yes')),
  /** Where a scanner is, such as tcp://127.0.0.1:3310. Without it files are moved on after the portal's own checks. */
  SCANNER_URL: z.optional(z.string().check(z.regex(/^tcp:\/\/[^\s/]+:\d+$/))),
  /** Only on one machine: where browsers reach the storage, where that is not SUPABASE_URL. `/` is this site. */
  UPLOADS_AT: z.optional(z.string().check(z.regex(/^(https?:\/\/[^\s]+|\/)$/))),
  /** What submissions are sealed to while the record is away: 32 bytes in base64url. Without it none is taken then. */
  SEALED_PUBLIC_KEY: z.optional(z.string().check(z.regex(/^[\w-]{43}$/))),
  /** What opens them, for functions/bring-in.ts alone. Two, with a space between, while they are changed. */
  SEALED_PRIVATE_KEY: z.optional(z.string().check(z.regex(/^[\w-]{43}( [\w-]{43})*$/))),
  RESEND_API_KEY: text,
  /** What Resend signs its webhooks with. Without it nobody learns of a letter that came back. */
  RESEND_WEBHOOK_SECRET: z.optional(z.string().check(z.regex(/^whsec_[A-Za-z0-9+/=]{20,}$/))),
  /** Only on one machine: the mailbox that stands in for Resend. */
  RESEND_BASE_URL: z.optional(address),
  /** Who letters come from, as `Name <address>`, at a domain that Resend has verified. */
  MAIL_FROM: text,
  /** Where the letter of the hourly try-out goes: Resend's delivered@resend.dev. Without it none is made. */
  TRY_OUT_TO: z.optional(z.email()),
  /** Who is told that something has failed. Without it the complaints team is, at the address in council.json. */
  ALARM_TO: z.optional(z.email()),
  /** Where this site stands, which Netlify says; council.json says it elsewhere. */
  URL: z.optional(address),
  /** 32 random bytes in base64url: seals what stands in addresses. */
  HEARD_SECRET: z.string().check(z.regex(/^[\w-]{43,}$/)),
})

export type Environment = z.infer<typeof schema>

/** The environment cannot be used. Its message names every variable that is missing or wrong, and no value. */
export class EnvironmentIncomplete extends Error {
  constructor(named: readonly string[]) {
    super(`The environment lacks: ${named.join(', ')}. README.md, "Deploy", says how to set each.`)
    this.name = 'EnvironmentIncomplete'
  }
}

/** One that is needed by some function alone. */
type Optional = {
  [Name in keyof Environment]-?: undefined extends Environment[Name] ? Name : never
}[keyof Environment]

/**
 * Reads the environment once. `also` names what this function needs beyond what all do. Throws EnvironmentIncomplete
 * where it cannot be used.
 */
export function readEnvironment<Also extends Optional = never>(
  from: Readonly<Record<string, string | undefined>>,
  also: readonly Also[] = [],
): Environment & Required<Pick<Environment, Also>> {
  const result = z.safeParse(schema, from)
  const wrong = result.success ? [] : result.error.issues.map((issue) => String(issue.path[0]))
  const named = [...new Set([...wrong, ...also.filter((name) => !from[name])])]
  if (result.success && !named.length) return result.data as Environment & Required<Pick<Environment, Also>>
  throw new EnvironmentIncomplete(
    named.map((name) => (from[name] ? `${name} (not in the right form)` : `${name} (missing)`)),
  )
}
