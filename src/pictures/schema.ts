import * as z from 'zod'

const idea = z.string().regex(/^[a-z0-9-]+$/, 'is not the name of an idea. Write one such as phone.')

const symbol = z
  .string()
  .regex(/^[0-9A-F]{4,5}(-[0-9A-F]{4,5})*$/, 'is not the name of a symbol. Write one such as 1F4DE.')

/** content/pictures.json: which picture stands for which idea, and which ideas the form shows. */
export const picturesShape = z.strictObject({
  set: z
    .strictObject({ name: z.string(), version: z.string(), licence: z.string(), address: z.url() })
    .describe('the set that all pictures come from, as it is installed, so that they are of one hand'),
  credit: z
    .record(z.string(), z.string())
    .describe('who drew the pictures, said at the end of each page that may show some, by edition'),
  ideas: z.record(
    idea,
    z.strictObject({
      symbol: symbol.describe('the symbol’s name in the set'),
      beside: symbol.optional().describe('a second symbol, drawn smaller, above the end of the first'),
      shows: z.string().describe('what can be seen, for whoever chooses a picture'),
    }),
  ),
  questions: z
    .record(z.string(), z.strictObject({ picture: idea, options: z.record(z.string(), idea).optional() }))
    .describe('the picture of each question of a form, by its id, and of its answers'),
  services: z.record(z.string(), idea).describe('the picture of each service, by its id in council.json'),
  afterSending: z
    .record(z.string(), idea)
    .describe('the picture of each part of a page after sending: sent-code has the one under code'),
})

export type Pictures = ReturnType<typeof picturesShape.parse>
export type Idea = Pictures['ideas'][string]
