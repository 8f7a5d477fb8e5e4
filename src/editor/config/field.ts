/** A field of the editor, as Sveltia CMS reads it. */
export interface Field {
  name: string
  label: string
  widget: string
  hint?: string
  required?: boolean
  i18n?: boolean | 'translate' | 'duplicate'
  [option: string]: unknown
}
