import type { FileHandle } from '../../form/file-handle.ts'
import { sizeInWords } from '../../form/outputs/file-in-words.ts'

interface Props {
  readonly file: Pick<FileHandle, 'name' | 'size'>
  readonly language: string
}

/** A file by its name, whichever way that is written, and its size. */
export const FileName = ({ file: { name, size }, language }: Props) => (
  <span class="file-name">
    <bdi>{name}</bdi> <span class="file-size">{sizeInWords(size, language)}</span>
  </span>
)
