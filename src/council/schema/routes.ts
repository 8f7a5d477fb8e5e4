import * as z from 'zod'
import { provenance } from './facts.ts'
import { email, identifier, page, phone, text, website } from './kinds.ts'

const contact = z
  .strictObject({
    id: identifier('its short name in data, such as insurance'),
    name: text('the name of the team or organisation'),
    phone: phone('its phone number').optional(),
    email: email('its email address').optional(),
    web: website('its website, or the page to start from').optional(),
    source: provenance.source
      .optional()
      .describe('where its facts were read; leave it out for a team of the council’s own'),
    checked: provenance.checked
      .optional()
      .describe('the day someone last compared them with their source; leave it out as well'),
    unchecked: provenance.unchecked,
  })
  .describe('someone outside the complaints team who can be reached')

const limit = z
  .strictObject({
    text: text('how long people have, in whole sentences that say what each time counts from'),
    ...provenance,
  })
  .describe('how long people have to use this route; leave it out until someone has checked it')

const route = z
  .strictObject({
    id: identifier('the route’s short name in data and in addresses, such as parking-fine'),
    group: identifier('the part of the page it stands in: <Routes group="…" /> in other-routes.mdx'),
    services: z
      .array(z.string().describe('the id of a service in council.json'))
      .describe('the services it is offered beside in the form; an empty list for none in particular'),
    about: text('what it is about, as a heading, such as “A parking fine”'),
    forWhom: text('who it is for'),
    todo: z
      .array(text('one thing to do, in whole sentences'))
      .min(1, 'is empty. Say where to go instead.')
      .describe('what to do instead, step by step'),
    contacts: z
      .array(z.string().describe('the id of one of contacts'))
      .describe('whom to contact, in order; an empty list for nobody but the complaints team'),
    page: page('the page of this site that says more').optional(),
    procedure: z
      .string()
      .describe(
        'the id of the procedure in council.json that such a complaint follows, where it is worth naming',
      )
      .optional(),
    ombudsman: z.string().describe('the id of an ombudsman in council.json to name here').optional(),
    limit: limit.optional(),
    unchecked: provenance.unchecked,
    anyway: text('how the person can still complain to us, in whole sentences'),
  })
  .describe('something that has its own way to be put right')

/** The keys of content/routes.json, each with what it is for. */
export const routesShape = z.strictObject({
  contacts: z.array(contact).describe('everyone whom a route or the finder sends people to'),
  routes: z
    .array(route)
    .min(1, 'is empty. Write at least one route.')
    .describe('where to go instead, one entry for each kind of problem'),
})

/** content/routes.json, once it has been checked. */
export type Routes = z.infer<typeof routesShape>
