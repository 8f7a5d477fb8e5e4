import { setTimeout as pause } from 'node:timers/promises'
import { readDraftCode } from '../../complaints/drafts/draft-code.ts'
import { draftCodeMail } from '../../complaints/letters/draft-code.ts'
import { addressProof } from '../../complaints/address-proof.ts'
import type { Mail } from '../../complaints/outbox.ts'
import type { Portal } from '../../complaints/ports.ts'
import type { Day } from '../../council/working-days.ts'
import { pickFields } from '../../form/fields.ts'
import { mailDraftCode } from '../../form/journeys/resume.ts'
import { validate } from '../../form/validate.ts'
import { textOf } from '../../form/question.ts'
import type { Edition } from '../edition.ts'
import { tooManyTries } from '../too-many-tries.ts'
import { logFailure } from '../log-failure.ts'
import { draftField } from './carried-draft.ts'
import { draftPages } from './draft-pages.tsx'
import { resumePlace } from './places.ts'

/** How long the post office may take, in milliseconds: a person is waiting. */
const patience = 6000

/**
 * Sends the code to an address, now: nothing of it is queued or kept, so what fails is said on the page and tried no
 * more. The code is on the page in either case.
 */
export async function mailCode(
  posted: readonly (readonly [string, string])[],
  said: (name: string) => string | undefined,
  portal: Portal,
  edition: Edition,
): Promise<Response> {
  const pages = draftPages(portal, edition)
  const code = readDraftCode(said(draftField) ?? '')
  if (!code) return pages.form({ status: 400 })
  const fields = pickFields(posted, mailDraftCode)
  let keptThrough: Day | null = null
  try {
    const finder = portal.draftSeal.finder(code)
    const { answers, errors } = validate(mailDraftCode, fields, edition.around)
    const [address] = answers
    const found = await (address
      ? portal.drafts.toMail(finder, addressProof(String(address.value), portal.keys))
      : portal.drafts.open(finder))
    // A code that opens nothing is not sent to anybody.
    if (!found)
      return pages.form({
        status: 422,
        errors: [{ question: 'draft-code', field: 'draft-code', code: 'opens-nothing' }],
      })
    keptThrough = found.kept_through
    if (!address) return pages.saved({ code, keptThrough, fields, errors, status: 422 })
    const sent = await send(
      draftCodeMail(String(address.value), {
        code,
        keptThrough,
        address: `${portal.site}${edition.root}${resumePlace.page}`,
        council: portal.council,
        wording: edition.wording,
      }),
      `${edition.wording.language} ${keptThrough} ${code} ${textOf(fields, 'draft-email')}`,
      portal,
    )
    return pages.saved({
      code,
      keptThrough,
      ...(sent ? { mail: 'sent' } : { mail: 'failed', fields, status: 503 }),
    })
  } catch (error) {
    if (!tooManyTries(error)) logFailure(error)
    return pages.saved({ code, keptThrough, fields, mail: 'failed', status: 503 })
  }
}

/** True where the post office took it. Pressed twice it is one letter: the key says which, and can be read by nobody. */
async function send(mail: Mail, which: string, { post, keys }: Portal): Promise<boolean> {
  const late = pause(patience, { reason: 'late' }, { ref: false })
  const outcome = await Promise.race([post.send(mail, keys.proof(`draft ${which}`)), late])
  return 'id' in outcome
}
