import type { knownTypes } from '../council/schema/files.ts'

/** How the name of each kind of file may end. The first is put behind a name that ends otherwise. */
const endings: Readonly<Record<(typeof knownTypes)[number], readonly [string, ...string[]]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/heic': ['heic', 'heif'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'application/pdf': ['pdf'],
  'application/msword': ['doc'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'text/plain': ['txt'],
  'audio/mp4': ['m4a', 'mp4', 'm4b'],
  'audio/mpeg': ['mp3', 'mpga'],
  'audio/wav': ['wav'],
  'audio/ogg': ['ogg', 'oga', 'opus'],
  'video/mp4': ['mp4', 'm4v'],
  'video/quicktime': ['mov', 'qt'],
  'video/webm': ['webm'],
}

/**
 * What a file is called when somebody saves it: as its sender called it, with the ending of what it was found to be.
 * A computer goes by the ending: a text that is called `letter.js` or `letter.hta` would be run there, and one that is
 * called `letter.csv` opened as a spreadsheet, with its formulas.
 */
export function nameOfFile(name: string, type: string): string {
  const [first, ...others] = (endings as Readonly<Record<string, readonly string[]>>)[type] ?? ['bin']
  // Windows drops dots and spaces behind an ending, so what stands before them counts.
  const plain = name.replace(/[. ]+$/, '')
  const ending = /\.([^.]*)$/.exec(plain)?.[1]?.toLowerCase()
  return ending !== undefined && [first, ...others].includes(ending) ? plain : `${plain || 'file'}.${first}`
}
