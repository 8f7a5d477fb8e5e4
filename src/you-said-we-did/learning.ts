import * as z from 'zod'
import { day, identifier, text } from '../council/schema/kinds.ts'

const lesson = z
  .strictObject({
    id: identifier('its short name in data, which entries lead to'),
    service: z.string().describe('the id of a service in council.json'),
    learned: text('what we learned, in a sentence or two, with nothing of any one case'),
    owner: text('the role of whoever sees to it, never a person’s name'),
    due: day('the day by which what follows from it is to be done'),
    done: day('the day it was done; leave it out until then').optional(),
  })
  .describe('one thing we learned')

/**
 * The keys of content/learning.json, the register of what complaints, comments and compliments taught the council.
 *
 * It is about services, and leads to no case: a case has many lessons and a lesson many cases, and nobody should be
 * able to go from one to the other.
 */
export const learningShape = z.strictObject({
  lessons: z.array(lesson).describe('what we learned, the oldest first'),
})

/** content/learning.json, once it has been checked. */
export type Learning = z.infer<typeof learningShape>
export type Lesson = Learning['lessons'][number]
