import type { Portal } from '../complaints/ports.ts'

/** Somebody at work at the desk. */
export interface Session {
  /** What Supabase gave them: the record knows by it who they are. */
  readonly token: string
  readonly name: string
  /** When they signed in, as milliseconds since 1970. */
  readonly began: number
}

/** The name of the hidden field that carries the session from page to page. */
export const sessionField = 'session'

const idleSeconds = 30 * 60
const longest = 10 * 60 * 60 * 1000

/** Seals a session for the next page: good for half an hour, and for what is left of ten hours. */
export const sealedSession = (session: Session, { seal }: Pick<Portal, 'seal'>): Promise<string> =>
  seal.close({ ...session }, 'desk', idleSeconds)

/** The session that a page carried; null where it is over, or is none of ours. */
export async function openSession(
  carried: string | undefined,
  { seal, now }: Pick<Portal, 'seal' | 'now'>,
): Promise<Session | null> {
  const opened = carried ? await seal.open(carried, 'desk') : null
  if (!opened) return null
  const session = opened as unknown as Session
  return now().getTime() - session.began < longest ? session : null
}
