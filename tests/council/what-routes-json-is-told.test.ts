import { describe, expect, it } from 'vitest'
import type { Council } from '../../src/council/council.ts'
import { parseRoutes } from '../../src/council/parse.ts'
import { inEnglish } from './in-english.ts'
import { changed, someRoutes, told } from './told.ts'

const council = inEnglish('council.json') as Council

const routesTold = (...changes: [string, unknown][]) =>
  told(() => parseRoutes(changed(someRoutes, changes), council))

describe('what routes.json is told', () => {
  it('is nothing where all is well', () => {
    expect(routesTold()).toBe('nothing')
  })

  it('names what is missing, and what it is for', () => {
    expect(routesTold(['routes.0.anyway', undefined])).toMatchInlineSnapshot(
      `"content/routes.json: routes[0].anyway is missing (how the person can still complain to us, in whole sentences). Add it."`,
    )
    expect(routesTold(['routes.0.todo', []])).toMatchInlineSnapshot(
      `"content/routes.json: routes[0].todo is empty. Say where to go instead."`,
    )
    expect(routesTold(['routes.0.limit.source', undefined])).toMatchInlineSnapshot(
      `"content/routes.json: routes[0].limit.source is missing (where the facts were read; not shown to the public). Add it."`,
    )
    expect(routesTold(['contacts.0.phone', undefined], ['contacts.0.web', undefined])).toMatchInlineSnapshot(
      `"content/routes.json: contacts[0] has no phone, email or web. Write at least one of them."`,
    )
  })

  it('names what is badly written', () => {
    expect(routesTold(['routes.0.limit.checked', 'today'])).toMatchInlineSnapshot(
      `"content/routes.json: routes[0].limit.checked is "today", which is not a day. Write the year, month and day, such as 2026-12-08."`,
    )
    expect(routesTold(['routes.0.page', '/urgent-help/'])).toMatchInlineSnapshot(
      `"content/routes.json: routes[0].page is "/urgent-help/", which is not the address of a page here. Leave out the slashes at the ends, as in urgent-help."`,
    )
    expect(routesTold(['contacts.0.source', 'A page.'])).toMatchInlineSnapshot(
      `"content/routes.json: contacts[0].source is set, and checked is missing. Write both for another organisation, and neither for a team of yours."`,
    )
    expect(routesTold(['contacts.1.source', undefined])).toMatchInlineSnapshot(
      `"content/routes.json: contacts[1].checked is set, and source is missing. Write both for another organisation, and neither for a team of yours."`,
    )
  })

  it('names an id that is used twice, or points to nothing', () => {
    expect(routesTold(['routes.1.id', 'parking-fine'])).toMatchInlineSnapshot(
      `"content/routes.json: routes[1].id is "parking-fine", which routes[0] has already. Give this one another."`,
    )
    expect(routesTold(['contacts.1.id', 'parking'], ['routes.0.contacts', []])).toMatchInlineSnapshot(
      `"content/routes.json: contacts[1].id is "parking", which contacts[0] has already. Give this one another."`,
    )
    expect(routesTold(['routes.0.contacts.0', 'parkin'])).toMatchInlineSnapshot(
      `"content/routes.json: routes[0].contacts[0] is "parkin", which is not one of contacts. Write one of: parking, tribunal."`,
    )
    expect(routesTold(['routes.0.services.0', 'cars'])).toMatch(
      /^content\/routes\.json: routes\[0\]\.services\[0\] is "cars", which is not a service in council\.json\. Write one of: bins, /,
    )
    expect(routesTold(['routes.0.procedure', 'corporat'])).toContain(
      'routes[0].procedure is "corporat", which is not a procedure in council.json. Write one of: corporate',
    )
    expect(routesTold(['routes.0.ombudsman', 'lgo'])).toContain(
      'routes[0].ombudsman is "lgo", which is not an ombudsman in council.json. Write one of: lgsco',
    )
  })

  it('names words that a published language lacks', () => {
    expect(routesTold(['routes.0.limit.text', { pl: '14 dni' }])).toMatchInlineSnapshot(`
      "content/routes.json: routes[0].limit.text has no words in en, which is published. Add "en": "…".
      content/routes.json: routes[0].limit.text has words in "pl", which is not in languages. Write one of: en."
    `)
  })
})
