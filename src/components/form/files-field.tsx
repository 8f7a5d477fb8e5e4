import type { ComponentChildren } from 'preact'
import { readHandle } from '../../form/file-handle.ts'
import type { Wording } from '../../form/wording.ts'
import { LabelledGroup, descriptionOf, type Labelled } from '../govuk/form-group.tsx'
import { tokens } from '../govuk/token-list.ts'
import type { FileFacts } from './file-facts.ts'
import { FileName } from './file-name.tsx'
import { FilesHint } from './files-hint.tsx'

export interface FilesFieldProps extends Omit<Labelled, 'hint'> {
  readonly name: string
  readonly hint: string
  /** Handles of files that were sent before. */
  readonly values: readonly string[]
  readonly facts: FileFacts
  readonly wording: Wording
  /** Where the form posts to: Remove comes back to the files. */
  readonly action?: string | undefined
}

/** How much may come in one post, in bytes: the same as src/http/read-form.ts has it. */
export const mostTogether = 4_000_000

/** Files as a form posts them. A file input cannot be filled again, so files that came before stand as handles. */
export function FilesField({ name, values, facts, wording, action, error, ...labelled }: FilesFieldProps) {
  const hint = <FilesHint hint={labelled.hint} {...{ facts, wording }} together={mostTogether} />
  const guidance = { hint, error }
  return (
    <div data-files={name}>
      <LabelledGroup id={name} {...labelled} {...guidance}>
        <FilesHeld values={values} language={wording.language}>
          {(value, file) => (
            <>
              <input type="hidden" name={name} value={value} />
              <RemoveFile {...{ value, wording }} name={file} action={action && `${action}#${name}`} />
            </>
          )}
        </FilesHeld>
        <input
          type="file"
          id={name}
          name={name}
          multiple
          accept={facts.types.join(',')}
          class={tokens('files-input', error && 'files-input--error')}
          aria-describedby={descriptionOf(name, guidance)}
        />
      </LabelledGroup>
    </div>
  )
}

interface Held {
  readonly values: readonly string[]
  readonly language: string
  /** What stands beside a file. */
  readonly children?: (handle: string, name: string) => ComponentChildren
}

/** The files that were sent ahead, by name and size. */
export function FilesHeld({ values, language, children }: Held) {
  const files = values.flatMap((value) => {
    const file = readHandle(value)
    return file ? [{ value, file }] : []
  })
  if (!files.length) return null
  return (
    <ul class="files-held">
      {files.map(({ value, file }) => (
        <li key={file.id}>
          <FileName {...{ file, language }} /> {children?.(value, file.name)}
        </li>
      ))}
    </ul>
  )
}

interface Remove {
  readonly value: string
  readonly name: string
  readonly wording: Wording
  readonly action?: string | undefined
}

/** The field that says which file to take back. */
export const removeField = 'remove'

/** Takes one file back, and brings the same page again. */
export const RemoveFile = ({ value, name, wording: { t }, action }: Remove) => (
  <button class="change" name={removeField} value={value} formAction={action}>
    {t('form.files.remove')}
    <span class="govuk-visually-hidden">
      {' '}
      <bdi>{name}</bdi>
    </span>
  </button>
)
