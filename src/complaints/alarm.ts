import type { Portal } from './ports.ts'

/** The alarm itself did not leave. Its message holds a code alone. */
export class AlarmNotRaised extends Error {
  constructor(about: Alarm, reason: string) {
    super(`The alarm ${about} could not be sent: ${reason}.`)
    this.name = 'AlarmNotRaised'
  }
}

export type Alarm = keyof typeof alarms

/** What the team is told, in English as all that it reads. OPERATIONS.md has the same headings. */
const alarms = {
  'try-out-not-taken': 'The site did not take a test complaint. Real ones may not be taken either.',
  'try-out-not-kept': 'The site took a test complaint, and it is not in the record. It may wait, sealed.',
  'try-out-not-sent':
    'A test complaint was kept, and its letter has not left. Real letters may be waiting too.',
  'sealed-stuck': 'What was sent while the database was away cannot be brought in. It is safe, and it waits.',
} as const

/**
 * Tells the team by email, past the outbox, that something has failed: once in an hour for each alarm, since Resend sends
 * one letter for a key. Throws AlarmNotRaised where it did not leave.
 */
export async function raiseAlarm(
  about: Alarm,
  { post, watch, site, now }: Pick<Portal, 'post' | 'watch' | 'site' | 'now'>,
): Promise<void> {
  const hour = now().toISOString().slice(0, 13)
  const lines = [
    alarms[about],
    `Site: ${site}. Found in the hour from ${hour}:00 UTC.`,
    `What to do: OPERATIONS.md, “${about}”.`,
  ]
  const result = await post.send(
    {
      to: watch.alarmTo,
      subject: `Heard needs a look: ${about}`,
      text: `${lines.join('\n\n')}\n`,
      html: `<!doctype html><html lang="en"><title>Heard needs a look</title>${lines.map((line) => `<p>${line}</p>`).join('')}</html>`,
    },
    `alarm-${about}-${hour}`,
  )
  if (!('id' in result)) throw new AlarmNotRaised(about, result.reason)
}
