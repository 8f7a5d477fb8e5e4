import type { Council } from '../council/schema.ts'
import type { Words } from '../words/translate.ts'
import type { Lesson } from '../you-said-we-did/learning.ts'
import type { editorConfig } from './config.ts'

/** What the page gives to its script: all that the editor needs to know of content/. */
export interface Given {
  readonly local: ReturnType<typeof editorConfig>
  readonly deployed: ReturnType<typeof editorConfig>
  readonly facts: {
    readonly council: Council
    readonly lessons: readonly Lesson[]
    readonly pictures: readonly string[]
  }
  /** content/words/<first language>/you-said-we-did.json. */
  readonly words: Words
  /** The drawings' SVG by their files' names. */
  readonly drawings: Readonly<Record<string, string>>
  /** The site's own styles, for the preview. */
  readonly previewCss: string
}
