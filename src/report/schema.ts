import * as z from 'zod'
import { day, identifier, text } from '../council/schema/kinds.ts'

const by = text('the role of whoever sees to it, never a person’s name')

/** What somebody is to do, by when, and whether it is done. */
const action = z.strictObject({
  what: text('what is to be done'),
  owner: by,
  due: day('the day by which it is to be done'),
  done: day('the day it was done; leave it out until then').optional(),
})

/**
 * The keys of `content/annual-reports/<year>/report.json`: what a report says beside its figures, since the
 * Ombudsman’s Code asks for it and no record holds it.
 */
export const reportShape = z.strictObject({
  published: day('the day the report came out'),
  response: z
    .strictObject({
      body: text('who looked at the report: full council, or a committee'),
      on: day('the day they did'),
      words: z
        .array(text('a paragraph of what they said'))
        .min(1, 'is empty. Write what they said.')
        .describe('what they said, published beside the report'),
      asked: z.array(action).describe('what they asked for; empty where they asked for nothing'),
    })
    .describe('the governance response'),
  responsible: z
    .strictObject({
      member: text('the councillor or committee that answers for complaints, by role'),
      officer: text('the senior officer who does, by role'),
    })
    .describe('who answers for complaints'),
  notMet: z
    .array(
      z.strictObject({
        rule: text('what the Code says there, in our own words'),
        where: z.string().min(1).describe('the Code and its paragraph, such as “LGSCO Code, 6.2”'),
        what: text('how we did not keep to it'),
        action,
      }),
    )
    .describe('where we did not keep to a Code; empty where we always did, which the page then says'),
  letters: z
    .array(
      z.strictObject({
        ombudsman: identifier('the id of an ombudsman in council.json'),
        on: day('the day of the letter'),
        says: text('what the letter says of us'),
        answer: text('what we make of it'),
      }),
    )
    .describe('the ombudsmen’s letters on the year'),
  otherReports: z
    .array(
      z.strictObject({
        ombudsman: identifier('the id of an ombudsman in council.json'),
        on: day('the day it came out'),
        about: text('what it was about, with nothing of any one person'),
        answer: text('what we did'),
      }),
    )
    .describe('other reports of an ombudsman on us; empty where there were none, which the page then says'),
  lessons: z
    .array(
      z.strictObject({
        lesson: z.string().describe('the id of a lesson in learning.json'),
        action: text('what we do about it'),
      }),
    )
    .describe('what we learned in the year, and what we do about it. Owner and days are in learning.json'),
})

export type Report = z.infer<typeof reportShape>
export type Action = z.infer<typeof action>
