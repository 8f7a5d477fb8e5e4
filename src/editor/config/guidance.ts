import type * as z from 'zod'
import type { Council } from '../../council/schema.ts'
import { guidanceShape } from '../../council/schema/guidance.ts'
import { reportPageShape } from '../../report/page-schema.ts'
import { fieldsFrom } from './from-schema.ts'

/** A page of content/ that the editor offers: its file under its language, as `content/pages/{{locale}}/help.mdx`. */
export interface Offering {
  readonly file: string
  readonly title: string
}

/**
 * Pages that are there already, every language side by side: a new one needs a place on the site, and so a developer.
 *
 * What stands above the words is the schema's; then come the words themselves.
 */
function pagesOf(shape: z.ZodObject, { languages }: Council, pages: readonly Offering[]) {
  const fields = [
    ...fieldsFrom(shape, {
      languages,
      refinements: {
        title: { label: 'Title', i18n: true },
        description: { label: 'Description', widget: 'text', i18n: true },
        lead: { label: 'Lead', widget: 'text', i18n: true },
        also: { label: 'Other words for it', i18n: true, required: false },
        contents: { label: 'List of parts', i18n: 'duplicate', required: false },
        checked: { label: 'Last checked', i18n: true, required: false },
      },
    }),
    {
      name: 'body',
      label: 'Words',
      // Plain text: an editor of rich text would rewrite the parts that the site fills in, such as <Phone />.
      widget: 'text',
      i18n: true,
      hint: 'Markdown. Leave what stands in <…> as it is: the site fills it in.',
    },
  ]
  return pages.map(({ file, title }) => ({
    name: file
      .replace(/^content\//, '')
      .replace('/{{locale}}', '')
      .replace(/\.mdx$/, '')
      .replaceAll('/', '-'),
    label: title,
    file,
    format: 'yaml-frontmatter',
    i18n: true,
    fields,
  }))
}

/** The pages of guidance. */
export const guidanceFiles = (council: Council, pages: readonly Offering[]) => ({
  name: 'guidance',
  label: 'Guidance pages',
  i18n: true,
  files: pagesOf(guidanceShape, council, pages),
})

/** The words of the annual reports; their figures come from the record. */
export const reportFiles = (council: Council, pages: readonly Offering[]) => ({
  name: 'reports',
  label: 'Annual reports',
  i18n: true,
  files: pagesOf(reportPageShape, council, pages),
})
