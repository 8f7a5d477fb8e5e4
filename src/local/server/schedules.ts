import { Refusal } from '../refusal.ts'

/** Something to do by the clock. `schedule` is a cron expression in UTC, as at Netlify. */
export interface Scheduled {
  readonly name: string
  readonly schedule: string
  run(): Promise<unknown>
}

const shorthand: Record<string, string> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
}

/** True where the minute is one the expression names. Throws a Refusal on what it cannot read. */
export function due(schedule: string, minute: Date): boolean {
  const fields = (shorthand[schedule] ?? schedule).split(' ')
  const now = [
    minute.getUTCMinutes(),
    minute.getUTCHours(),
    minute.getUTCDate(),
    minute.getUTCMonth() + 1,
    minute.getUTCDay(),
  ]
  if (fields.length !== now.length || !fields.every((field) => /^(\*(\/[1-9]\d*)?|\d+(,\d+)*)$/.test(field)))
    throw new Refusal(
      `The local server cannot read the schedule "${schedule}": use *, */n, numbers, @hourly or @daily.`,
    )
  return fields.every((field, at) => {
    const value = now[at]!
    if (field.startsWith('*')) return value % Number(field.slice(2) || 1) === 0
    return field.split(',').map(Number).includes(value)
  })
}

/** The first minute after `from` that the expression names. */
export function nextDue(schedule: string, from: Date): Date {
  let minute = new Date(Math.floor(from.getTime() / 60_000) * 60_000)
  do minute = new Date(minute.getTime() + 60_000)
  while (!due(schedule, minute))
  return minute
}

/** Starts the clock: each is run in its minutes, and never twice at once. The function returned stops it. */
export function startSchedules(all: readonly Scheduled[]): () => void {
  for (const { schedule } of all) due(schedule, new Date())
  const running = new Set<string>()
  let timer: NodeJS.Timeout

  const tick = () => {
    const minute = new Date()
    for (const one of all) {
      if (running.has(one.name) || !due(one.schedule, minute)) continue
      running.add(one.name)
      void one.run().finally(() => running.delete(one.name))
    }
    wait()
  }
  // A little past the minute: a timer may fire early, and would then run the same minute again.
  const wait = () => {
    timer = setTimeout(tick, 60_050 - (Date.now() % 60_000))
  }
  wait()
  return () => clearTimeout(timer)
}
