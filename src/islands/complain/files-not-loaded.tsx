import type { FilesFieldProps } from '../../components/form/files-field.tsx'
import { LabelledGroup } from '../../components/govuk/form-group.tsx'

/** Stands where files are asked for until the part that sends them is here. */
export const FilesNotLoaded = ({ name, label, labelClass, heading, wording: { t } }: FilesFieldProps) => (
  <LabelledGroup id={name} {...{ label, labelClass, heading }}>
    <p>{t('form.files.not-loaded')}</p>
  </LabelledGroup>
)
