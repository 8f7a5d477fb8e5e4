import { z } from 'zod'
import type { Council } from '../../council/schema.ts'
import { councilShape } from '../../council/schema.ts'
import { learningShape } from '../../you-said-we-did/learning.ts'
import { fieldsFrom } from './from-schema.ts'

/** What of council.json the editor changes. All else needs a developer's eye: clocks, procedures, services. */
export const editedOfCouncil = ['contacts', 'openingHours'] as const

/** The council's contacts and hours, and the register of what was learned. */
export function councilFiles(council: Council) {
  const languages = council.languages
  const part = z.strictObject({
    contacts: councilShape.shape.contacts,
    openingHours: councilShape.shape.openingHours,
  }) satisfies z.ZodObject<Record<(typeof editedOfCouncil)[number], z.ZodType>>
  return {
    name: 'council',
    label: 'Contacts, hours and lessons',
    files: [
      {
        name: 'council',
        label: 'Contacts and opening hours',
        file: 'content/council.json',
        format: 'council-json',
        fields: fieldsFrom(part, {
          languages,
          refinements: {
            contacts: { label: 'Contacts' },
            openingHours: { label: 'Opening hours', label_singular: 'hours', summary: '{{days}}' },
          },
        }),
      },
      {
        name: 'learning',
        label: 'What we learned',
        file: 'content/learning.json',
        format: 'own-json',
        fields: fieldsFrom(learningShape, {
          languages,
          refinements: {
            lessons: {
              label: 'Lessons',
              label_singular: 'lesson',
              collapsed: true,
              summary: '{{learned.en}}',
            },
            'lessons.id': { label: 'Short name' },
            'lessons.service': {
              widget: 'select',
              options: council.services.map(({ id, name }) => ({ label: name['en'] ?? id, value: id })),
            },
          },
        }),
      },
    ],
  }
}
