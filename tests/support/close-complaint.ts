import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { keys } from '../../src/adapters/keys.ts'
import { closing } from '../../src/complaints/survey/closing.ts'
import { council } from '../../src/council/council.ts'
import type { Secrets } from '../../src/local/secrets.ts'
import type { Portal } from './portal.ts'

/** Closes a complaint as the team's desk will, with a key of the portal's own, and sends the letter. */
export async function closeComplaint(portal: Portal, reference: string): Promise<void> {
  const { heardSecret } = JSON.parse(readFileSync(join(portal.data, 'secrets.json'), 'utf8')) as Secrets
  const given = closing({
    reference,
    actor: 'ann',
    closedAt: new Date(),
    keys: keys(heardSecret),
    newId: () => randomUUID(),
    council,
  })
  await portal.sql(`select api.close_complaint('${JSON.stringify(given)}'::jsonb)`)
  await portal.runSchedule('send-mail')
}

/** The path of the link to the survey that came by mail. */
export async function surveyLinkFor(portal: Portal, reference: string): Promise<string> {
  const { text } = await portal.waitForMail(({ subject }) => subject === `How did we do? ${reference}`)
  const [, path] = /(\/survey\/open\/\?k=\S+)/.exec(text ?? '') ?? []
  if (!path) throw new Error('The invitation has no link.')
  return path
}
