import { nameOfFile } from '../../desk/name-of-file.ts'
import { openFile } from '../../files/sealed.ts'
import { download } from '../answer.ts'
import type { Going } from './go-to.tsx'
import { recordFor } from './go-to.tsx'

/** Gives a file that was looked through, to keep or to open outside the browser. It is opened here, and nowhere kept. */
export async function giveFile(going: Going, id: string): Promise<Response> {
  const { desk, pages, wording } = going
  const file = await recordFor(going).file(id)
  const bytes = file && (await openFile(await desk.fetchFile(file.path), file.key))
  return bytes
    ? download(bytes, nameOfFile(file.name, file.type), file.type)
    : pages.answer(wording.t('desk.not-done'), <p>{wording.t('desk.file-gone')}</p>, 404)
}
