import * as z from 'zod'
import { identifier, phone, text, website } from './kinds.ts'

export const service = z
  .strictObject({
    id: identifier('the service’s short name in data, such as bins'),
    name: text('the service’s name, in the words that residents use'),
    procedure: z.string().describe('the id of the procedure that complaints about it follow'),
    law: z
      .enum(['adult-social-care', 'childrens-social-care', 'landlord', 'data-protection'])
      .optional()
      .describe('what gives it a procedure of its own by law; leave it out of all other services'),
  })
  .describe('one thing the council does that people may write about')

/** Whom an advocate is for: the help page lists them under these, in this order. */
export const inNeed = ['children', 'adults', 'care', 'mental-health', 'carers'] as const

export const advocate = z
  .strictObject({
    id: identifier('its short name in data'),
    name: text('its name'),
    helps: text('whom it helps, to follow “helps …”'),
    for: z
      .array(z.enum(inNeed))
      .min(1, 'is empty. Name at least one of: children, adults, care, mental-health, carers.')
      .describe('whom it is for, so that the help page can list it under each'),
    phone: phone('its phone number'),
    web: website('its website').optional(),
  })
  .describe('someone who helps people to complain')
