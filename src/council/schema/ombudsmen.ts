import * as z from 'zod'
import { day, identifier, phone, post, text, website } from './kinds.ts'

/** Someone outside the council who can look at how a complaint was handled. Their facts go stale, so each is dated. */
export const ombudsman = z
  .strictObject({
    id: identifier('the ombudsman’s short name in data, such as lgsco'),
    name: text('the ombudsman’s name'),
    phone: phone('the phone number'),
    post: post('the postal address, one string for each line'),
    web: website('the website'),
    form: website('the page where people can complain online').optional(),
    hours: text(
      'when the phone is answered; leave it out rather than print hours nobody has checked',
    ).optional(),
    checked: day('the day someone last compared these facts with their source'),
    source: z
      .string()
      .trim()
      .min(1, 'is empty. Say where the facts were read.')
      .describe('where the facts were read; not shown to the public'),
  })
  .describe('an ombudsman')
