import * as z from 'zod'
import { day, identifier, phone, text } from './kinds.ts'

/** Someone in England, and not of the council, who listens and advises. Their facts go stale, so each is dated. */
export const helpline = z
  .strictObject({
    id: identifier('its short name in data, such as help-at-hand'),
    name: text('its name'),
    who: z
      .enum(['children', 'parents'])
      .describe('children or parents: whom it is for, and so on which pages it stands'),
    about: text('who runs it or what it does, as a whole sentence'),
    phone: phone('its phone number'),
    checked: day('the day someone last compared these facts with their source'),
    source: z
      .string()
      .trim()
      .min(1, 'is empty. Say where the facts were read.')
      .describe('where the facts were read; not shown to the public'),
  })
  .describe('a line that anyone in England can ring')
