import * as z from 'zod'
import { provenance } from './facts.ts'
import { count, identifier, phone, post, text, website } from './kinds.ts'

/**
 * Someone outside the council who can look at how a complaint was handled.
 *
 * Three ids are known to the rules that procedures are held to: lgsco, housing-ombudsman and ico.
 */
export const ombudsman = z
  .strictObject({
    id: identifier('the ombudsman’s short name in data: lgsco, housing-ombudsman, ico or another'),
    name: text('the ombudsman’s name'),
    phone: phone('the phone number'),
    post: post(
      'the postal address, one string for each line; leave it out until someone has checked it',
    ).optional(),
    web: website('the website'),
    form: website('the page where people can complain online').optional(),
    hours: text(
      'when the phone is answered; leave it out rather than print hours nobody has checked',
    ).optional(),
    complainWithinMonths: count(
      'how many months after hearing of a problem people should go there; leave it out while nobody has checked',
    ).optional(),
    usualWaitWeeks: count(
      'how many weeks it usually gives the council to reply first; leave it out while nobody has checked',
    ).optional(),
    ...provenance,
  })
  .describe('an ombudsman')
