import type { Bytes } from '../bytes.ts'
import { beginningOf, mostUnpacked, unpack, zipParts } from './zip.ts'

export const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const openDocument = 'application/vnd.oasis.opendocument.text'

/** What a zip file is: a Word or OpenDocument text, locked or not, or nothing that is taken. Throws NotWhole. */
export async function officeKind(bytes: Bytes): Promise<{ type: string } | 'locked' | null> {
  const parts = zipParts(bytes)
  const part = (name: string) => parts.find((each) => each.name === name)
  if (parts.some(({ encrypted }) => encrypted)) return 'locked'

  // Everything is unpacked once and counted, so that a small file that unpacks without end is found out here.
  let left = mostUnpacked
  for (const each of parts) left -= await unpack(each, left)

  const [types, mimetype, manifest] = [
    part('[Content_Types].xml'),
    part('mimetype'),
    part('META-INF/manifest.xml'),
  ]
  if (mimetype && (await beginningOf(mimetype)).trim() === openDocument) {
    const locked = manifest && /encryption-data|encrypted-package/.test(await beginningOf(manifest))
    return locked ? 'locked' : { type: openDocument }
  }
  if (!types || !part('word/document.xml')) return null
  // A document with programs in it has another type of its own, and another ending of its name.
  const said = await beginningOf(types)
  const programs = /macroEnabled/i.test(said) || parts.some(({ name }) => /vbaProject/i.test(name))
  return said.includes(`${word}.main+xml`) && !programs ? { type: word } : null
}
