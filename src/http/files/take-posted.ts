import { removeField } from '../../components/form/files-field.tsx'
import type { Portal } from '../../complaints/ports.ts'
import { handleText, nameToKeep, readHandle } from '../../form/file-handle.ts'
import { questionsOf, type Journey } from '../../form/journey.ts'
import type { FileRefusal } from '../../form/kinds/files.ts'
import type { FieldError } from '../../form/validate.ts'
import { keepPosted, takeBack } from '../../files/take-in.ts'
import { logFailure } from '../log-failure.ts'
import type { Posted, PostedFile } from '../read-form.ts'
import { tooManyTries } from '../too-many-tries.ts'
import { limitsOf } from './limits.ts'
import { whoAsks } from './who-asks.ts'

/** What becomes of the files that came with a post. */
export type TakeFiles = (posted: Posted, journey: Journey) => Promise<TakenFiles>

export interface TakenFiles {
  /** The texts of the post, with a handle for each file that came with it, and without those taken back. */
  readonly fields: Posted['fields']
  /** What was wrong with files: one for each, and the others are kept. */
  readonly errors: readonly FieldError[]
  /** True where a file was taken back: the same page is to come again. */
  readonly removed: boolean
}

/**
 * Keeps the files that came with a form's post, where the journey asks for files, and takes back the one whose Remove
 * was pressed. `address` is where the post came from, to count how much comes. Never throws: where the record or the storage is away, the files are said to have failed.
 */
export const takePosted =
  (portal: Portal, address: string): TakeFiles =>
  async (posted, journey) => {
    const question = questionsOf(journey).find(({ kind }) => kind === 'files')
    if (!question) return { fields: posted.fields, errors: [], removed: false }
    const { id } = question
    const wrong = (code: FileRefusal, name?: string): FieldError => ({
      question: id,
      field: id,
      code,
      ...(name && { of: nameToKeep(name) }),
    })

    const back = posted.fields.flatMap(([name, text]) => (name === removeField ? text : []))
    await Promise.all(back.map((handle) => giveBack(handle, portal)))
    const fields = posted.fields.filter(([name, text]) => !(name === id && back.includes(text)))

    const held = new Set(fields.flatMap(([name, text]) => (name === id && readHandle(text) ? text : []))).size
    const room = Math.max(0, portal.council.files.most - held)
    const came = posted.files.filter(({ field }) => field === id)
    const handles: [string, string][] = []
    const errors: FieldError[] = []
    // One after the other: each is whole in memory while it is looked at.
    for (const file of came.slice(0, room)) {
      const kept = await keep(file, portal, address)
      if (typeof kept === 'string') errors.push(wrong(kept, file.name))
      else handles.push([id, kept.handle])
    }
    if (came.length > room) errors.push(wrong('too-many'))
    if (posted.tooMuch) errors.push(wrong('too-much'))
    return { fields: [...fields, ...handles], errors, removed: back.length > 0 }
  }

async function keep(
  { name, bytes }: PostedFile,
  portal: Portal,
  address: string,
): Promise<{ readonly handle: string } | FileRefusal> {
  try {
    const kept = await keepPosted(bytes, whoAsks(address, portal), portal.files, limitsOf(portal.council))
    return 'refused' in kept ? kept.refused : { handle: handleText({ ...kept, name }) }
  } catch (error) {
    if (tooManyTries(error)) return 'busy'
    logFailure(error)
    return 'failed'
  }
}

/** Where it cannot be deleted now, the cleaning does it: it is no longer part of what is sent. */
async function giveBack(text: string, portal: Portal): Promise<void> {
  const handle = readHandle(text)
  try {
    if (handle) await takeBack(handle, portal.files)
  } catch (error) {
    logFailure(error)
  }
}
