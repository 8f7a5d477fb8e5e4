import type { Case } from '../../complaints/desk/case.ts'
import { ActPage } from '../../components/desk/act-page.tsx'
import { sendMail } from '../../complaints/send-mail.ts'
import { nameOf, type Act, type Around } from '../../desk/act.ts'
import { allActs } from '../../desk/acts/all-acts.ts'
import { exportCases } from '../../desk/acts/export.ts'
import { exportPerson } from '../../desk/acts/keeping.ts'
import { csvOf } from '../../desk/csv.ts'
import { pickFields } from '../../form/fields.ts'
import { stylesFor } from '../../form/outputs/shown-where.ts'
import type { Fields } from '../../form/question.ts'
import { validate, type FieldError } from '../../form/validate.ts'
import { download } from '../answer.ts'
import { editionFor } from '../edition.ts'
import { logFailure } from '../log-failure.ts'
import { sendingWith } from '../sending.ts'
import { readReference } from '../../complaints/reference.ts'
import { atTheDesk, recordFor, showCase, showLists, type Going } from './go-to.tsx'
import { uuid } from '../uuid.ts'

/** What an act is thought over with. */
export const aroundOf = ({ portal, wording }: Going): Around => ({
  portal,
  wording,
  surroundings: editionFor('en', portal).around,
})

/** An act, and the case it is to be done to. */
interface Found {
  readonly act: Act
  readonly found: Case | null
  /** The reference of the case, or the id of the addition; null where it is about none. */
  readonly about: string | null
}

/** Shows the form of an act. */
export async function openAct(going: Going, id: string, about: string): Promise<Response> {
  const one = await find(going, id, about)
  if (!one) return showLists(going)
  const fields = one.act.begin?.(one.found, aroundOf(going)) ?? {}
  return form(going, one, going.portal.randomId(), fields)
}

/** Does what the form of an act says, and shows the case; or the form again, with what to mend. */
export async function doAct(going: Going, id: string, about: string): Promise<Response> {
  const { said, posted, portal } = going
  const one = await find(going, id, about)
  const actId = said('act')?.toLowerCase() ?? ''
  if (!one || !uuid.test(actId)) return showLists(going)
  const { act, found } = one
  const around = aroundOf(going)
  const journey = act.journey(found, around)
  const fields = pickFields(posted, journey)
  const outcome = validate(journey, fields, around.surroundings)
  const mend = (errors: readonly FieldError[]) => form(going, one, actId, fields, { errors })
  if (outcome.errors.length) return mend(outcome.errors)

  const valueOf = (name: string) => outcome.answers.find(({ question }) => question.id === name)?.value
  const answers = (name: string) => [valueOf(name) ?? []].flat()
  const answer = (name: string) => answers(name).join('')
  const sent = { id: actId, about: one.about, fields, outcome, answers, answer }
  const args = act.toArgs(sent, found, around)
  if ('errors' in args) return mend(args.errors as readonly FieldError[])
  try {
    if (act === exportCases) return await exported(going, args as { from: string; to: string })
    if (act === exportPerson) return await copied(going, { ...args, id: actId })
    const done = await recordFor(going).act(nameOf(act), { ...args, id: actId })
    // A letter may wait for it.
    going.after(sendMail(sendingWith(portal)).catch(logFailure))
    // What was erased whole cannot be found by its reference any more.
    const reference = done['erased'] === 'complaint' ? null : (done.reference ?? found?.complaint.reference)
    return reference
      ? await showCase(going, reference, '', act.id)
      : await showLists(going, undefined, act.id)
  } catch (error) {
    const problem = whyNot(error, going)
    if (problem === null) throw error
    return form(going, one, actId, fields, { problem, status: 409 })
  }
}

/** Why the record did not do it, in words; or null where whoever is at the desk may be there no more. */
function whyNot(error: unknown, { wording: { t, has } }: Going): string | null {
  const refusal = error instanceof Error && 'refusal' in error ? error.refusal : undefined
  if (refusal === 'not-staff') return null
  if (typeof refusal !== 'string') {
    logFailure(error)
    return t('desk.unavailable')
  }
  return t(has(`desk.refused.${refusal}`) ? `desk.refused.${refusal}` : 'desk.refused.other')
}

async function find(going: Going, id: string, about: string): Promise<Found | null> {
  const act = [...allActs, exportCases, exportPerson].find((each) => each.id === id)
  if (!act) return null
  if (act.about === 'none') return { act, found: null, about: null }
  if (act.about !== 'case') return uuid.test(about) ? { act, found: null, about } : null
  const reference = readReference(about)
  const found = reference && (await recordFor(going).find(reference))
  return found ? { act, found, about: reference } : null
}

interface Again {
  readonly errors?: readonly FieldError[]
  readonly problem?: string
  readonly status?: number
}

async function form(
  going: Going,
  { act, found, about }: Found,
  actId: string,
  fields: Fields,
  { errors = [], problem, status = errors.length ? 422 : 200 }: Again = {},
): Promise<Response> {
  const around = aroundOf(going)
  const journey = act.journey(found, around)
  const main = (
    <ActPage
      {...await atTheDesk(going)}
      {...{ act, journey, about, actId, fields, errors, problem }}
      notes={act.notes?.(found, around) ?? []}
      remarks={act.remarks?.(found, around)}
      around={around.surroundings}
      facts={editionFor('en', going.portal).facts}
    />
  )
  return going.pages.answer(going.wording.t(`acts.${act.id}.title`), main, status, stylesFor(journey))
}

async function exported(going: Going, { from, to }: { from: string; to: string }): Promise<Response> {
  const rows = await recordFor(going).export(from, to)
  return download(
    new TextEncoder().encode(csvOf(rows)),
    `cases-${from}-to-${to}.csv`,
    'text/csv; charset=utf-8',
  )
}

async function copied(going: Going, asked: { readonly id: string }): Promise<Response> {
  const copy = await recordFor(going).act(nameOf(exportPerson), asked)
  const bytes = new TextEncoder().encode(`${JSON.stringify(copy, null, 2)}\n`)
  return download(bytes, 'what-we-hold.json', 'application/json; charset=utf-8')
}
