import type { Council } from '../../council/schema.ts'
import type { Learning } from '../../you-said-we-did/learning.ts'
import { entryShape } from '../../you-said-we-did/schema.ts'
import type { Field } from './field.ts'
import { fieldsFrom } from './from-schema.ts'
import type { Refinements } from './from-schema.ts'
import { labels } from './labels.ts'

/** What the editor offers for entries beside what their schema says. */
export interface Offered {
  readonly council: Council
  readonly learning: Learning
  /** Files in content/you-said-we-did/pictures. */
  readonly pictures: readonly string[]
}

/** “You said, we did”: a file for each entry and language, the languages side by side. */
export function entriesCollection({ council, learning, pictures }: Offered) {
  const [first] = council.languages
  const inFirst = (text: Readonly<Record<string, string>>) => text[first?.tag ?? 'en'] ?? ''
  const drawings = pictures.map((file) => ({ label: file.replace(/\.svg$/, ''), value: file }))
  const refinements: Refinements = {
    title: { label: labels.title, widget: 'checked-string', i18n: true },
    told: {
      label: labels.told,
      hint: 'What people told us. An empty line starts a new paragraph.',
      widget: 'checked-text',
      i18n: true,
    },
    changed: {
      label: labels.changed,
      hint: 'What we changed or are changing. If we cannot, say why.',
      widget: 'checked-text',
      i18n: true,
    },
    service: {
      label: labels.service,
      hint: 'The service that it is about.',
      widget: 'select',
      options: council.services.map(({ id, name }) => ({ label: inFirst(name), value: id })),
    },
    date: { label: labels.date, widget: 'checked-date' },
    status: {
      label: labels.status,
      hint: '',
      options: [
        { label: 'Done', value: 'done' },
        { label: 'Under way', value: 'under-way' },
        { label: 'We cannot, and say why', value: 'cannot' },
      ],
    },
    learning: {
      label: labels.learning,
      hint: 'The lesson it came from. Not there? Add it under “What we learned”, in the last list on the left.',
      widget: 'select',
      options: learning.lessons.map(({ id, learned }) => ({ label: inFirst(learned), value: id })),
    },
    draft: {
      label: labels.draft,
      hint: 'While this is on, the entry is not on the site.',
      default: true,
      required: false,
    },
    publishOn: { label: labels.publishOn, widget: 'checked-date' },
    namesChecked: {
      label: labels.namesChecked,
      label_singular: 'words',
      hint: 'Words that look like a person’s name, once you have made sure that they are nobody’s.',
      i18n: true,
      field: { name: 'words', label: 'Words', widget: 'checked-string', rule_key: 'namesChecked' },
    },
    picture: { label: labels.picture, i18n: true, collapsed: true },
    'picture.file': { label: 'Drawing', widget: 'select', options: drawings },
    'picture.alt': { label: 'What it shows', widget: 'checked-string', rule_key: 'picture.alt', i18n: true },
    easyRead: {
      label: labels.easyRead,
      label_singular: 'line',
      i18n: true,
      collapsed: true,
      summary: '{{say}}',
    },
    'easyRead.say': { label: 'One idea', widget: 'checked-string', rule_key: 'easyRead.say', i18n: true },
    'easyRead.picture': { label: 'Its drawing', widget: 'select', options: drawings },
  }
  return {
    name: 'you-said-we-did',
    label: 'You said, we did',
    label_singular: 'change',
    description: 'What people told us, and what changed because of it. [How to write one](/guide/)',
    folder: 'content/you-said-we-did',
    create: true,
    slug: '{{title}}',
    format: 'json',
    extension: 'json',
    identifier_field: 'title',
    summary: '{{title}}',
    sortable_fields: {
      fields: ['date', 'title', 'service'],
      default: { field: 'date', direction: 'descending' },
    },
    view_filters: [
      { label: 'Drafts', field: 'draft', pattern: true },
      { label: 'Under way', field: 'status', pattern: 'under-way' },
    ],
    i18n: true,
    fields: fieldsFrom(entryShape, { refinements, languages: council.languages }).map(shared),
  }
}

/** What is not translated is the same in every language: the build holds translations to it (between.ts). */
const shared = (field: Field): Field => ({
  ...field,
  i18n: field.i18n ?? 'duplicate',
  ...(Array.isArray(field['fields']) && { fields: (field['fields'] as Field[]).map(shared) }),
})
