import { newDraftCode } from '../../complaints/drafts/draft-code.ts'
import { takeSnapshot } from '../../complaints/drafts/snapshot.ts'
import type { Portal } from '../../complaints/ports.ts'
import { addDays, londonDay } from '../../council/working-days.ts'
import { pickFields } from '../../form/fields.ts'
import { readHandle } from '../../form/file-handle.ts'
import type { Fields } from '../../form/question.ts'
import type { Edition } from '../edition.ts'
import { takePosted } from '../files/take-posted.ts'
import { formPages } from '../form-pages.tsx'
import { logFailure } from '../log-failure.ts'
import type { Posted } from '../read-form.ts'
import { draftField, draftIn } from './carried-draft.ts'
import { draftPages } from './draft-pages.tsx'
import { savedPlaces } from './places.ts'

/**
 * Keeps a form as it stands, under the code it was saved with before or a new one, and shows the code. Where files
 * came along that could not be kept, the form comes back first and says so: what is saved is what the page shows.
 */
export async function saveDraft(
  posted: Posted,
  said: (name: string) => string | undefined,
  portal: Portal,
  edition: Edition,
  address: string,
): Promise<Response> {
  const pages = draftPages(portal, edition)
  const place = savedPlaces.find(({ journey }) => journey.id === said('save'))
  if (!place) return pages.form({ status: 400 })
  const { journey } = place
  const { wording, around } = edition
  const taken = await takePosted(portal, address)(posted, journey)
  const fields = pickFields(taken.fields, journey)
  const before = draftIn(said)
  const code = before ?? newDraftCode(portal.randomNumber)
  const keptThrough = addDays(londonDay(portal.now()), portal.council.retention.draftDays)
  const again = formPages(portal, edition, { ...place, ...(before && { carried: { [draftField]: before } }) })
  if (taken.errors.length) return again.wholeForm(fields, taken.errors)
  try {
    const sealed = portal.draftSeal.close(code, takeSnapshot(fields, { journey, around, wording }))
    if (!sealed) return again.problem('too-large', 413)
    await portal.drafts.save({
      finder: portal.draftSeal.finder(code),
      sealed,
      journey: journey.id,
      edition: wording.language,
      kept_through: keptThrough,
      file_ids: fileIdsIn(fields),
    })
    return pages.saved({ code, keptThrough })
  } catch (error) {
    logFailure(error)
    return again.notSaved(fields)
  }
}

/** The ids of the files among the answers: their handles are sealed with the rest, and with them what opens the files. */
const fileIdsIn = (fields: Fields): readonly string[] => [
  ...new Set(
    Object.values(fields)
      .flat()
      .flatMap((text) => readHandle(text)?.id ?? []),
  ),
]
