import * as z from 'zod'
import { contradictions } from './contradictions.ts'
import { categories } from './schema/categories.ts'
import { consent } from './schema/consent.ts'
import { contacts, openingHours, safeguarding } from './schema/contacts.ts'
import { equality } from './schema/equality.ts'
import { files } from './schema/files.ts'
import { formats } from './schema/formats.ts'
import { helpline } from './schema/helplines.ts'
import { colour, count, text, website } from './schema/kinds.ts'
import { language } from './schema/languages.ts'
import { ombudsman } from './schema/ombudsmen.ts'
import { procedure } from './schema/procedures.ts'
import { retention } from './schema/retention.ts'
import { advocate, service } from './schema/services.ts'

/** The keys of content/council.json, each with what it is for. */
export const councilShape = z.strictObject({
  name: text('the council’s full name'),
  shortName: text('the name people use in speech, for headings and subject lines'),
  site: website('the address of this portal, without a slash at the end').refine(
    (site) => !site.endsWith('/'),
    {
      error: ({ input }) => `is "${input}", which ends with a slash. Take the slash off.`,
    },
  ),
  council: website('the address of the council’s main website'),
  colour: colour(
    'the council’s colour, dark enough to read on white, from which the site’s colours are made',
  ),
  languages: z
    .array(language)
    .min(1, 'is empty. Write at least English.')
    .describe('the editions of the site; the first is the one at the root'),
  contacts,
  openingHours,
  safeguarding,
  services: z
    .array(service)
    .min(1, 'is empty. Write at least one service.')
    .describe('what people may write about, in the order they are offered'),
  procedures: z
    .array(procedure)
    .min(1, 'is empty. Write at least one procedure.')
    .describe('the ways that complaints are handled'),
  ombudsmen: z
    .array(ombudsman)
    .min(1, 'is empty. Write at least one ombudsman.')
    .describe('who can look at a complaint after the council has'),
  advocacy: z.array(advocate).describe('who helps people to complain; an empty list where nobody does'),
  helplines: z
    .array(helpline)
    .describe('who else people can ring, anywhere in England; an empty list where none are shown'),
  formats,
  files,
  equality,
  retention,
  withdrawal: z
    .strictObject({
      takeUpWorkingDays: count(
        'how many working days someone has to take a complaint up again after they have withdrawn it, such as 10',
      ),
    })
    .describe('what happens when someone takes their complaint back'),
  consent,
  survey: z
    .strictObject({
      openDays: z
        .int('is not a whole number. Write digits alone, without quotation marks.')
        .min(7, 'is less than 7, so a letter read late would lead nowhere. Write 7, or more.')
        .max(28, 'is more than 28. Write 28, or less: answers are cut off from their link two months later.')
        .describe('for how many days after a complaint is closed people can say how it was dealt with'),
    })
    .describe('the questions asked of people once their complaint is closed'),
  thresholds: z
    .strictObject({
      // Five is common in councils' figures; some want ten (DOMAIN 6).
      smallNumbers: z
        .int('is not a whole number. Write digits alone, without quotation marks.')
        .min(5, 'is less than 5, so a figure could give a person away. Write 5, or more.')
        .describe('the smallest count of people or complaints that is published'),
    })
    .describe('what keeps figures from giving anyone away'),
  categories,
})

/**
 * The whole of content/council.json, contradictions included.
 *
 * What goes in comes out: it has no defaults, so that code which has not checked the file (the browser, the
 * functions) reads the same thing as the build, which has.
 */
export const councilSchema = councilShape.superRefine((council, context) => {
  for (const { path, message } of contradictions(council, councilShape)) {
    context.addIssue({ code: 'custom', path, message })
  }
})

/** Everything that is known about the council: content/council.json once it has been checked. */
export type Council = z.infer<typeof councilShape>
