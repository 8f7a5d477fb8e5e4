import type { Council } from '../../council/schema.ts'
import { guidanceShape } from '../../council/schema/guidance.ts'
import { fieldsFrom } from './from-schema.ts'

/**
 * The pages of guidance, every language side by side. A new page needs a place on the site, and so a developer.
 *
 * `pages` are their addresses in the first language, such as `procedures/corporate`.
 */
export function guidanceFiles({ languages }: Council, pages: readonly { id: string; title: string }[]) {
  const fields = [
    ...fieldsFrom(guidanceShape, {
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
  return {
    name: 'guidance',
    label: 'Guidance pages',
    i18n: true,
    files: pages.map(({ id, title }) => ({
      name: id.replaceAll('/', '-'),
      label: title,
      file: `content/pages/{{locale}}/${id}.mdx`,
      format: 'yaml-frontmatter',
      i18n: true,
      fields,
    })),
  }
}
