import * as z from 'zod'
import { identifier, text } from './kinds.ts'

const list = (description: string) =>
  z
    .array(
      z.strictObject({
        id: identifier('its short name in the record'),
        name: text('its name in reports'),
      }),
    )
    .min(1, 'is empty. Write at least one.')
    .describe(description)

/** What the team marks complaints with, so that reports can count them. The record keeps the ids. */
export const categories = z
  .strictObject({
    channels: list(
      'how complaints come; web is the portal’s own. What comes by mp is counted apart from complaints',
    ),
    reasons: list('the main reason of a complaint'),
    refusals: list('why a complaint was not accepted'),
    learning: list('what kind of thing was learned'),
    actions: list('what kind of thing was done'),
    ombudsmanDecisions: list('what an ombudsman decided'),
  })
  .describe('what complaints are sorted by in reports')
