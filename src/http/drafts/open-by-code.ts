import { readDraftCode } from '../../complaints/drafts/draft-code.ts'
import { reopen, type Reopened } from '../../complaints/drafts/snapshot.ts'
import type { FoundDraft } from '../../complaints/drafts/ports.ts'
import type { Portal } from '../../complaints/ports.ts'
import { pickFields } from '../../form/fields.ts'
import { resume } from '../../form/journeys/resume.ts'
import { textOf } from '../../form/question.ts'
import { dayInWords } from '../../words/dates.ts'
import { clockInLondon } from './clock-in-london.ts'
import { londonDay } from '../../council/working-days.ts'
import { json } from '../answer.ts'
import { editionFor, type Edition } from '../edition.ts'
import { tooManyTries } from '../too-many-tries.ts'
import { formPages } from '../form-pages.tsx'
import { logFailure } from '../log-failure.ts'
import { draftField } from './carried-draft.ts'
import { draftPages } from './draft-pages.tsx'
import { savedPlaces } from './places.ts'

type Posted = readonly (readonly [string, string])[]
type Wrong = 'required' | 'not-a-code' | 'opens-nothing' | 'too-many-tries'

/**
 * Gives the saved form back, filled: the whole form on one page, or, where `inJson`, what a script needs to go on with
 * it as with what its own tab remembers.
 */
export const openByCode = (posted: Posted, portal: Portal, edition: Edition, inJson: boolean) =>
  withCode(posted, portal, edition, async (code, wrong) => {
    const found = await portal.drafts.open(portal.draftSeal.finder(code))
    const text = found && portal.draftSeal.open(code, found.sealed)
    const place = savedPlaces.find(({ journey }) => journey.id === found?.journey)
    // One that never was, one that is over and one that was sent are answered alike.
    if (!found || text === null || !place) return wrong('opens-nothing')
    const saved = editionFor(found.edition, portal)
    const { journey } = place
    const { around, wording } = saved
    const reopened = reopen(text, { journey, around, wording })
    const notes = notesOn(found, reopened, saved)
    const remarks = Object.fromEntries(
      reopened.changed.map((id) => [id, wording.t('form.resumed.changed-here')]),
    )
    if (inJson)
      return json(
        { page: `${saved.root}${place.page}`, draft: code, fields: reopened.fields, notes, remarks },
        200,
      )
    const filled = { ...place, carried: { [draftField]: code }, notes }
    return formPages(portal, saved, filled).wholeForm(reopened.fields, [], remarks)
  })

/** Deletes what was saved. The answer is the same whether there was anything or not. */
export const deleteByCode = (posted: Posted, portal: Portal, edition: Edition) =>
  withCode(posted, portal, edition, async (code) => {
    await portal.drafts.delete(portal.draftSeal.finder(code))
    return draftPages(portal, edition).form({ status: 200, deleted: true })
  })

async function withCode(
  posted: Posted,
  portal: Portal,
  edition: Edition,
  then: (code: string, wrong: (code: Wrong) => Response) => Promise<Response>,
): Promise<Response> {
  const fields = pickFields(posted, resume)
  const pages = draftPages(portal, edition)
  const wrong = (code: Wrong) =>
    pages.form({ status: 422, fields, errors: [{ question: 'draft-code', field: 'draft-code', code }] })
  const typed = textOf(fields, 'draft-code')
  const code = readDraftCode(typed)
  if (!code) return wrong(typed.trim() ? 'not-a-code' : 'required')
  try {
    return await then(code, wrong)
  } catch (error) {
    if (tooManyTries(error)) return wrong('too-many-tries')
    logFailure(error)
    return pages.form({ status: 503, fields, problem: true })
  }
}

/** When it was saved, what has changed since, and what was answered to questions that are asked no more. */
function notesOn(
  { saved_at }: FoundDraft,
  { changed, gone }: Reopened,
  { wording }: Edition,
): readonly string[] {
  const { t, language } = wording
  const at = new Date(saved_at)
  return [
    t('form.resumed.saved-at', {
      day: dayInWords(londonDay(at), language),
      time: clockInLondon(at, language),
    }),
    ...(changed.length ? [t('form.resumed.changed', { count: changed.length })] : []),
    ...gone.map((one) => t('form.resumed.gone', { question: one.question, answer: one.answer })),
  ]
}
