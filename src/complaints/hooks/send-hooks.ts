import { NotTaken, type CaseSystem, type DueHook, type HooksRecord } from './ports.ts'

/** What telling needs of the world. */
export interface Telling {
  readonly record: HooksRecord
  readonly system: CaseSystem
  readonly now: () => Date
  /** From 0 up to 1: spreads the tries, so that what failed together is not tried together. */
  readonly jitter: () => number
}

const batch = 10

/** How long an event is one sender's: longer than a run of ten that each take their ten seconds. */
const leaseSeconds = 120

/** How long a run begins to tell, in seconds. Netlify ends a scheduled function after 30, and one try may take 10. */
const runSeconds = 12

/** Tells what is due, until there is no more or the time is over. Answers how many were told and how many were not. */
export async function sendHooks(telling: Telling): Promise<{ told: number; failed: number }> {
  const { record, now } = telling
  const until = now().getTime() + runSeconds * 1000
  const outcomes = { told: 0, failed: 0 }
  for (;;) {
    const due = await record.claim(batch, leaseSeconds)
    for (const hook of due) {
      // What is left is free again when its lease runs out.
      if (now().getTime() >= until) return outcomes
      outcomes[await tellOne(hook, telling)] += 1
    }
    if (due.length < batch) return outcomes
  }
}

async function tellOne(hook: DueHook, { record, system, now, jitter }: Telling): Promise<'told' | 'failed'> {
  try {
    await system.tell({ id: hook.id, at: now(), body: bodyOf(hook) })
  } catch (error) {
    const reason = error instanceof NotTaken ? error.code : 'unknown'
    await record.failed(hook.id, reason, waitSeconds(hook.attempts, jitter()))
    return 'failed'
  }
  await record.told(hook.id)
  return 'told'
}

/** How long to wait after so many tries, in seconds: 1, 2, 4 … minutes, at most 6 hours, and up to a half more at random. */
export function waitSeconds(attempts: number, jitter: number): number {
  return Math.round(Math.min(2 ** (attempts - 1), 360) * 60 * (1 + jitter / 2))
}

/**
 * What the other system is told: which event, of which case, and what counts it. No name, no address, no word that
 * anybody wrote: whoever reads a webhook on its way, or in a log, learns of nobody.
 */
export function bodyOf({ event, happened_at, ...hook }: DueHook): string {
  const { reference, kind, service, procedure, received_on, closed_on } = hook
  const data = { reference, kind, service, procedure, received_on, closed_on }
  return JSON.stringify({ type: event, timestamp: happened_at, data })
}
