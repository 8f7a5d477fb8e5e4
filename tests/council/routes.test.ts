import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { council } from '../../src/council/council.ts'
import { contactById, routeById, routes, routesOf } from '../../src/council/routes.ts'

const ids = (service: string) => routesOf(service).map(({ id }) => id)

describe('the routes of a service', () => {
  it.each([
    ['parking', ['parking-fine', 'still-deciding']],
    ['council-tax-and-benefits', ['council-tax', 'housing-benefit']],
    ['housing-advice', ['homelessness']],
    ['planning', ['planning-decision', 'still-deciding']],
    ['schools', ['school-place', 'ehc-plan', 'school']],
    ['roads', ['still-deciding', 'insurance']],
    ['bins', []],
    ['council-homes', ['insurance']],
    ['your-information', ['information-request']],
  ])('%s offers %j', (service, expected) => {
    expect(ids(service)).toEqual(expected)
  })

  it('are none for a service that no route names', () => {
    expect(routesOf('dragons')).toEqual([])
  })
})

describe('the routes that Heard ships with', () => {
  it('cover every matter of DOMAIN 1.4', () => {
    // The table's rows from top to bottom, "adult or children's social care" as two and "data protection / FOI" as two.
    const table =
      'committee-decision court insurance still-deciding planning-decision parking-fine housing-benefit council-tax school-place ehc-plan homelessness judicial-review not-affected widespread school staff-discipline job fraud contract long-ago already-answered councillor adult-social-care childrens-social-care personal-information information-request another-organisation put-right at-risk nhs council-home'
    expect(routes.map(({ id }) => id).sort()).toEqual(table.split(' ').sort())
  })

  it('say nothing of a time that nobody has checked (DOMAIN 1.4, marked [U], and 15.7)', () => {
    for (const id of ['judicial-review', 'nhs', 'planning-decision', 'school', 'committee-decision']) {
      const { limit, unchecked } = routeById(id)
      expect(limit, id).toBeUndefined()
      expect(unchecked, id).not.toEqual([])
    }
  })

  it.each([
    ['parking-fine', ['14 days', '28 days']],
    ['housing-benefit', ['1 month', '13 months']],
    ['council-tax', ['2 months', '4 months']],
    ['school-place', ['20 school days']],
    ['ehc-plan', ['2 months', '1 month', 'August and Christmas']],
    ['homelessness', ['21 days', '8 weeks']],
    ['information-request', ['40 working days', '20 working days']],
    ['already-answered', ['12 months']],
  ])('%s says %j', (id, figures) => {
    const text = routeById(id).limit?.text['en'] ?? ''
    for (const figure of figures) expect(text).toContain(figure)
  })

  it('give the council’s own teams numbers that nobody has, and others a source', () => {
    const { contacts } = JSON.parse(readFileSync('content/routes.json', 'utf8')) as {
      contacts: { phone?: string; source?: string }[]
    }
    const own = contacts.filter(({ source }) => source === undefined)
    expect(own.length).toBeGreaterThan(8)
    for (const { phone } of own) expect(phone).toMatch(/^01632 960[0-9]{3}$/)
  })

  it('send nobody to the complaints team’s own number as if it were another', () => {
    const complaints = council.contacts.complaints.phone
    expect(routes.flatMap(({ contacts }) => contacts).map((id) => contactById(id).phone)).not.toContain(
      complaints,
    )
  })
})

it('names what there is where an id is unknown', () => {
  expect(() => routeById('dragons')).toThrow('parking-fine')
  expect(() => contactById('dragons')).toThrow('insurance')
})
