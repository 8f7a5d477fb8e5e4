import { describe, expect, it } from 'vitest'
import { questionsAsked, stepsShown } from '../../src/form/journey.ts'
import { complain } from '../../src/form/journeys/complain.ts'
import type { Fields } from '../../src/form/question.ts'
import { around } from './journeys.ts'

const asked = (fields: Fields) => questionsAsked(complain, fields, around).map(({ id }) => id)
const steps = (fields: Fields) => stepsShown(complain, fields, around).map(({ id }) => id)

describe('the way through the form', () => {
  it('asks the same of everyone, and what their answers call for', () => {
    const ways = {
      complaint: asked({ kind: 'complaint', 'reply-route': 'email' }),
      compliment: asked({ kind: 'compliment', 'reply-route': 'anonymous' }),
      comment: asked({ kind: 'comment', 'reply-route': 'post' }),
      everything: asked({
        kind: 'complaint',
        risk: 'yes',
        'happened-on-year': '2001',
        'told-before': 'yes',
        discrimination: 'not-sure',
        'for-whom': 'someone-else',
        relationship: 'advocate',
        'person-agrees': 'no',
        'person-age': 'adult',
        'ask-route': 'email',
        'reply-route': 'phone',
        adjustments: ['bsl', 'interpreter'],
      }),
    }
    expect(ways).toMatchInlineSnapshot(`
      {
        "comment": [
          "kind",
          "service",
          "risk",
          "your-comment",
          "where",
          "files",
          "reply-route",
          "name",
          "address",
          "adjustments",
          "adjustments-details",
        ],
        "complaint": [
          "kind",
          "service",
          "risk",
          "for-whom",
          "what-happened",
          "happened-on",
          "where",
          "told-before",
          "outcome",
          "discrimination",
          "files",
          "reply-route",
          "name",
          "email",
          "adjustments",
          "adjustments-details",
        ],
        "compliment": [
          "kind",
          "service",
          "what-went-well",
          "happened-on",
          "where",
          "files",
          "reply-route",
        ],
        "everything": [
          "kind",
          "service",
          "risk",
          "for-whom",
          "relationship",
          "organisation",
          "own-reference",
          "person-name",
          "person-address",
          "person-age",
          "person-agrees",
          "ask-route",
          "person-email",
          "person-needs",
          "what-happened",
          "happened-on",
          "why-late",
          "where",
          "told-before",
          "told-before-details",
          "outcome",
          "discrimination",
          "discrimination-details",
          "files",
          "reply-route",
          "name",
          "phone",
          "safe-times",
          "adjustments",
          "interpreter-language",
          "adjustments-details",
        ],
      }
    `)
  })

  it('interrupts where someone may be at risk, and only there', () => {
    for (const risk of ['yes', 'not-sure']) expect(steps({ kind: 'complaint', risk })).toContain('help-now')
    expect(steps({ kind: 'complaint', risk: 'no' })).not.toContain('help-now')
    expect(steps({ kind: 'complaint' })).not.toContain('help-now')
  })

  it('takes back what followed from a choice that is taken back', () => {
    // Each answer below was given on a way that the first answer has since left.
    const then = { risk: 'yes', 'told-before': 'yes', discrimination: 'yes', 'reply-route': 'email' }
    expect(asked({ ...then, kind: 'complaint' })).toEqual(
      expect.arrayContaining(['risk', 'told-before-details', 'discrimination-details']),
    )
    const now = asked({ ...then, kind: 'compliment' })
    for (const id of [
      'risk',
      'told-before',
      'told-before-details',
      'discrimination',
      'discrimination-details',
    ]) {
      expect(now).not.toContain(id)
    }
    expect(steps({ ...then, kind: 'compliment' })).not.toContain('help-now')
  })

  it('forgets the interpreter of someone who gives no name', () => {
    expect(asked({ 'reply-route': 'email', adjustments: ['interpreter'] })).toContain('interpreter-language')
    expect(asked({ 'reply-route': 'anonymous', adjustments: ['interpreter'] })).not.toContain(
      'interpreter-language',
    )
  })

  it('asks why it is late only of a complaint, and only where it is known to be', () => {
    const long = { 'happened-on-month': '3', 'happened-on-year': '2024' }
    expect(asked({ kind: 'complaint', ...long })).toContain('why-late')
    expect(asked({ kind: 'complaint', 'happened-on-year': '2026' })).not.toContain('why-late')
    expect(asked({ kind: 'complaint', 'happened-on-month': '3' })).not.toContain('why-late')
    expect(asked({ kind: 'compliment', ...long })).not.toContain('why-late')
  })

  it('shows only steps that have something to ask or to say, in the order of the journey', () => {
    expect(steps({ kind: 'comment', risk: 'no', 'reply-route': 'anonymous' })).toMatchInlineSnapshot(`
      [
        "kind",
        "service",
        "risk",
        "story",
        "when-and-where",
        "files",
        "reply",
      ]
    `)
    const order = complain.steps.map(({ id }) => id)
    const shown = steps({ kind: 'complaint', risk: 'yes', 'reply-route': 'post' })
    expect(shown).toEqual(order.filter((id) => shown.includes(id)))
  })
})
