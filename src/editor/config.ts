import type { EditorSettings } from './config/backend.ts'
import { councilFiles } from './config/council.ts'
import { entriesCollection } from './config/entries.ts'
import type { Offered } from './config/entries.ts'
import { guidanceFiles, reportFiles } from './config/guidance.ts'
import type { Offering } from './config/guidance.ts'

/**
 * The editor's whole configuration, made from the schemas that the build checks content with.
 *
 * `settings` says where what is written is kept; null is this machine's own files (src/local/edit.ts), without sign-in.
 */
export function editorConfig(
  offered: Offered & { readonly pages: readonly Offering[]; readonly reports: readonly Offering[] },
  settings: EditorSettings | null,
) {
  const { council, pages, reports } = offered
  const tags = council.languages.map(({ tag }) => tag)
  return {
    load_config_file: false,
    // The folder that this backend asks the browser for is the project's own: see start.ts.
    backend: settings?.backend ?? { name: 'test-repo' },
    site_url: council.site,
    app_title: 'Heard editor',
    // Drawings are chosen from a list, and no photograph is taken in (DECISIONS.md).
    media_folder: 'content/you-said-we-did/pictures',
    public_folder: '/',
    media_libraries: { default: {}, stock_assets: { providers: [] } },
    i18n: {
      structure: 'multiple_folders',
      locales: tags,
      default_locale: tags[0],
      initial_locales: [tags[0]],
    },
    output: { omit_empty_optional_fields: true, json: { indent_style: 'space', indent_size: 2 } },
    slug: { encoding: 'ascii' as const, clean_accents: true, maxlength: 60 },
    collections: [
      entriesCollection(offered),
      guidanceFiles(council, pages),
      reportFiles(council, reports),
      councilFiles(council),
    ],
  }
}
