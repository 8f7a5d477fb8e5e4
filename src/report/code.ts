import * as z from 'zod'
import { day, text } from '../council/schema/kinds.ts'

/**
 * The parts of the LGSCO Code’s self-assessment (DOMAIN 2.5): nine sections, of which stages 1 and 2 are answered
 * apart. Their names and questions are `report.code.<id>` in content/words.
 */
export const codeSections = [
  'definition',
  'exclusions',
  'access',
  'resources',
  'process',
  'stage-1',
  'stage-2',
  'putting-right',
  'reporting',
  'scrutiny',
] as const
export type CodeSection = (typeof codeSections)[number]

const section = z
  .strictObject({
    id: z.enum(codeSections).describe('which section'),
    met: z.boolean().describe('true for yes, false for no'),
    commentary: text('how we keep to it, or why we do not'),
    evidence: z.array(text('what shows it')).min(1, 'is empty. Say what shows it.').describe('what shows it'),
    action: z
      .strictObject({
        what: text('what we will do'),
        owner: text('the role of whoever sees to it, never a person’s name'),
        due: day('when a no becomes a yes'),
      })
      .describe('what we do about a no')
      .optional(),
  })
  .refine(({ met, action }) => met || action, {
    path: ['action'],
    error: 'is missing, and the answer is no. Say what you will do, who does it and by when.',
  })

/** The keys of `content/annual-reports/<year>/code.json`: the council’s self-assessment against the Code. */
export const codeShape = z.strictObject({
  on: day('the day it was finished'),
  by: text('who made it, by role'),
  sections: z
    .array(section)
    .superRefine((sections, context) => {
      for (const id of codeSections) {
        const n = sections.filter((each) => each.id === id).length
        if (n !== 1)
          context.addIssue({
            code: 'custom',
            message: `${n ? 'answers' : 'lacks'} the section “${id}”${n ? ' twice. Keep one.' : '. The Code asks for all of them: answer it.'}`,
          })
      }
    })
    .describe('the sections, each answered'),
})
export type Code = z.infer<typeof codeShape>
