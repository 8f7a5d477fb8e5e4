import { fileTypeFromBuffer } from 'file-type'
import { says, type Bytes } from '../bytes.ts'
import { officeKind } from './office.ts'
import { isLocked, pdf } from './pdf.ts'
import { plainText, textOf } from './plain-text.ts'
import { word97Kind } from './word-97.ts'
import { endsAsZip } from './zip.ts'

/** Types that go by several names. */
const sameAs: Readonly<Record<string, string>> = {
  'audio/x-m4a': 'audio/mp4',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'audio/vnd.wave': 'audio/wav',
  'image/heif': 'image/heic',
  'image/heic-sequence': 'image/heic',
  'video/x-m4v': 'video/mp4',
  'video/matroska': 'video/webm',
}

/** What a file is, and its bytes as they are kept. */
export interface Kind {
  readonly type: string
  readonly bytes: Bytes
}

/**
 * What a file is by its bytes alone: `locked` where a password keeps it shut, null where it is nothing that we know.
 * Throws NotWhole or a RangeError where its structure does not hold.
 */
export async function kindOf(bytes: Bytes): Promise<Kind | 'locked' | null> {
  if (says(bytes, 'PK\x03\x04')) return found(await officeKind(bytes), bytes)
  if (says(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return found(word97Kind(bytes), bytes)
  const seen = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime
  if (!seen) {
    const text = textOf(bytes)
    return text && { type: plainText, bytes: text }
  }
  if (seen === pdf && isLocked(bytes)) return 'locked'
  return { type: sameAs[seen] ?? seen, bytes }
}

const found = (kind: { type: string } | 'locked' | null, bytes: Bytes): Kind | 'locked' | null =>
  kind === null || kind === 'locked' ? kind : { ...kind, bytes }

/** Packed files end with a list of what is in them, so another kind of file may be one too: nobody sends that by chance. */
export const isTwoThings = ({ bytes }: Kind): boolean => !says(bytes, 'PK') && endsAsZip(bytes)
