import { locale } from '../../words/dates.ts'
import type { FileHandle } from '../file-handle.ts'
import type { Wording } from '../wording.ts'

/** A size in bytes as the language writes it, in the units that devices show: "1.2 MB", "340 kB". */
export function sizeInWords(bytes: number, language: string): string {
  const [unit, size] =
    bytes < 995_000 ? ['kilobyte', Math.ceil(bytes / 1000)] : ['megabyte', bytes / 1_000_000]
  return new Intl.NumberFormat(locale(language), {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(size)
}

/** A file in one line of text: its name and its size. */
export const fileInWords = (
  { name, size }: Pick<FileHandle, 'name' | 'size'>,
  { t, language }: Wording,
): string => t('form.files.named', { name, size: sizeInWords(size, language) })
