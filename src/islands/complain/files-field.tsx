import type { VNode } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { FilesFieldProps } from '../../components/form/files-field.tsx'
import { LabelledGroup } from '../../components/govuk/form-group.tsx'
import type { FieldError } from '../../form/validate.ts'

type Field = (props: FilesFieldProps) => VNode
type Part = typeof import('../files/files-upload.tsx')

/**
 * What asks for files: fetched once it is `near`, so that whoever does not get that far does not pay for it. Where it
 * does not come, the step says so and can be passed.
 */
export function useFilesField(near: boolean, onErrors: (errors: readonly FieldError[]) => void): Field {
  const [part, setPart] = useState<Part | 'failed' | null>(null)
  useEffect(() => {
    if (!near || (part && part !== 'failed')) return
    import('../files/files-upload.tsx').then(setPart, () => setPart('failed'))
  }, [near])
  return useMemo((): Field => {
    if (part && part !== 'failed') return (props) => <part.FilesUpload {...props} onErrors={onErrors} />
    return ({ name, label, labelClass, heading, wording: { t } }) => (
      <LabelledGroup id={name} {...{ label, labelClass, heading }}>
        {part === 'failed' && <p role="alert">{t('form.files.not-loaded')}</p>}
      </LabelledGroup>
    )
  }, [part])
}
