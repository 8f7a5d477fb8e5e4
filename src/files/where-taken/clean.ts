import { wholeOrNull, type Bytes } from '../bytes.ts'
import { cleanFilm } from './film.ts'
import { cleanHeic } from './heic.ts'
import { cleanJpeg } from './jpeg.ts'
import { cleanPng } from './png.ts'
import { cleanWebp } from './webp.ts'

/** For each type that can say where it was made, how that is taken out. Others are kept as they are. */
const cleaners: Readonly<Record<string, (bytes: Bytes) => Bytes>> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
  'image/heic': cleanHeic,
  'audio/mp4': cleanFilm,
  'video/mp4': cleanFilm,
  'video/quicktime': cleanFilm,
}

/**
 * The file without where it was made. Null where its structure does not hold, so that nobody can say what is left in
 * it. May change the bytes it is given.
 */
export const withoutPlace = (type: string, bytes: Bytes): Bytes | null =>
  wholeOrNull(() => cleaners[type]?.(bytes) ?? bytes)
