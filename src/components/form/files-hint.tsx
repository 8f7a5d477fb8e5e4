import { sizeInWords } from '../../form/outputs/file-in-words.ts'
import type { Wording } from '../../form/wording.ts'
import { locale } from '../../words/dates.ts'
import { kindsOf, type FileFacts } from './file-facts.ts'

interface Props {
  readonly hint: string
  readonly facts: FileFacts
  readonly wording: Wording
  /** How much may come in one post, in bytes, where no script sends each file by itself. */
  readonly together?: number
}

/** What to know before choosing files: how many, how large, of what kind. */
export function FilesHint({
  hint,
  facts: { most, bytes, types },
  wording: { t, language },
  together,
}: Props) {
  const kinds = kindsOf(types).map((kind) => t(`form.files.kinds.${kind}`))
  const said = [
    hint,
    t('form.files.limits', { count: most, size: sizeInWords(bytes, language) }),
    t('form.files.kinds.take', { kinds: new Intl.ListFormat(locale(language)).format(kinds) }),
    together && t('form.files.together', { size: sizeInWords(together, language) }),
  ]
  return (
    <>
      {said.filter(Boolean).map((sentence) => (
        <span class="files-hint">{sentence} </span>
      ))}
    </>
  )
}
