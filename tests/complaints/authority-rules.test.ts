import { describe, expect, it } from 'vitest'
import { actingPart } from '../../src/complaints/authority/acting.ts'
import { ruleFor } from '../../src/complaints/authority/rule-for.ts'
import { rules } from '../../src/complaints/authority/rules.ts'
import { situationIn, type Situation } from '../../src/complaints/authority/situation.ts'
import { council } from '../../src/council/council.ts'
import { complain } from '../../src/form/journeys/complain.ts'
import { questionsAsked } from '../../src/form/journey.ts'
import { databaseRecord } from '../../src/form/outputs/database-record.ts'
import { textOf, type Fields } from '../../src/form/question.ts'
import { check } from '../../src/form/validate.ts'
import { everyWay } from '../form/every-way.ts'
import { around, wording } from '../form/journeys.ts'

const situation = (change: Partial<Situation>): Situation => ({
  relationship: 'family-or-friend',
  law: null,
  age: 'adult',
  agreement: 'yes',
  basis: null,
  ...change,
})

const settles = (change: Partial<Situation>) => {
  const { id, evidence, asksPerson, settledBy, inOwnRight = false } = ruleFor(situation(change))
  return { id, evidence, asksPerson, settledBy, inOwnRight }
}

/** DOMAIN 5.1, row by row: the case, what it asks for, who settles it. */
describe('who may act for whom', () => {
  describe('an adult who can decide', () => {
    it.each(['yes', 'no', 'not-sure'])(
      'agrees, or nobody acts for them; they are asked, whatever their friend says of it (%s)',
      (agreement) => {
        expect(settles({ agreement })).toEqual({
          id: 'adult',
          evidence: ['agreement'],
          asksPerson: true,
          settledBy: 'person',
          inOwnRight: false,
        })
      },
    )

    it.each(['family-or-friend', 'organisation', 'parent'])('is asked about a %s', (relationship) => {
      expect(settles({ relationship }).asksPerson).toBe(true)
    })

    it('who rents from the council: the resident’s authority is needed', () => {
      expect(settles({ law: 'landlord' })).toMatchObject({
        id: 'tenant',
        evidence: ['agreement'],
        settledBy: 'person',
      })
    })
  })

  it('an adult who cannot decide: best interests and a suitable person, by the team’s reasoned decision', () => {
    for (const relationship of ['family-or-friend', 'organisation']) {
      expect(settles({ relationship, agreement: 'cannot-decide' })).toEqual({
        id: 'cannot-decide',
        evidence: ['cannot-decide', 'power-if-any', 'best-interests'],
        asksPerson: false,
        settledBy: 'team',
        inOwnRight: false,
      })
    }
    expect(settles({ age: '16-17', agreement: 'cannot-decide' }).id).toBe('cannot-decide')
  })

  describe('an attorney', () => {
    const attorney = { relationship: 'attorney-or-deputy', age: null }

    it.each(['health-and-welfare', 'property-and-finance', 'both'])(
      'for %s of somebody who cannot decide: the Public Guardian’s register, what it covers, and that they cannot',
      (basis) => {
        expect(settles({ ...attorney, basis, agreement: 'cannot-decide' })).toMatchObject({
          evidence: ['public-guardian', 'covers-this', 'cannot-decide'],
          asksPerson: false,
          settledBy: 'team',
        })
      },
    )

    it('for health and welfare has no power while the person can decide: they are asked', () => {
      for (const agreement of ['yes', 'no', 'not-sure']) {
        expect(settles({ ...attorney, basis: 'health-and-welfare', agreement })).toMatchObject({
          evidence: ['agreement'],
          asksPerson: true,
          settledBy: 'person',
        })
      }
    })

    it('for property and finance of somebody who can decide: practice is not certain, so the team checks', () => {
      for (const basis of ['property-and-finance', 'both']) {
        expect(settles({ ...attorney, basis })).toMatchObject({ asksPerson: true, settledBy: 'team' })
        expect(settles({ ...attorney, basis }).evidence).toContain('public-guardian')
      }
    })

    it('who is a deputy: the sealed order, and what it covers', () => {
      for (const agreement of ['yes', 'cannot-decide']) {
        expect(settles({ ...attorney, basis: 'deputy', agreement })).toMatchObject({
          evidence: ['sealed-order', 'covers-this'],
          settledBy: 'team',
        })
      }
    })
  })

  describe('a child', () => {
    it('under 16, by a parent: the child’s view counts by their understanding; the team asks, no letter does', () => {
      expect(settles({ relationship: 'parent', age: 'under-16' })).toEqual({
        id: 'parent-of-child',
        evidence: ['child-view'],
        asksPerson: false,
        settledBy: 'team',
        inOwnRight: false,
      })
    })

    it('under 16, by somebody else: good ground, their view, and their best interests', () => {
      for (const relationship of ['family-or-friend', 'organisation']) {
        for (const law of [null, 'adult-social-care', 'childrens-social-care'] as const) {
          expect(settles({ relationship, law, age: 'under-16' })).toMatchObject({
            id: 'child',
            evidence: ['good-ground', 'child-view', 'best-interests'],
            settledBy: 'team',
          })
        }
      }
    })

    it.each(['under-16', '16-17'])(
      'in children’s social care (%s), by a parent: in their own right',
      (age) => {
        expect(settles({ relationship: 'parent', law: 'childrens-social-care', age })).toEqual({
          id: 'parent-own-right',
          evidence: [],
          asksPerson: false,
          settledBy: 'nobody',
          inOwnRight: true,
        })
      },
    )

    it('of 16 or 17 is taken to decide, and is asked', () => {
      for (const relationship of ['parent', 'family-or-friend', 'organisation'])
        expect(settles({ relationship, age: '16-17' })).toMatchObject({
          id: 'young-person',
          asksPerson: true,
        })
    })

    it('who complains alone needs nothing more', () => {
      const record = databaseRecord([])
      expect(situationIn({ ...record, complaint: { made_for: 'myself' } }, undefined)).toBeNull()
      expect(actingPart({ ...record, complaint: { made_for: 'myself' } }, council)).toEqual({
        writer: 'complainant',
        authority: null,
        asksNow: false,
      })
    })
  })

  describe('somebody who has died', () => {
    it.each([
      ['executor', 'executor', ['probate-or-letters', 'own-identity']],
      ['next-of-kin', 'next-of-kin', ['next-of-kin-papers', 'own-identity']],
    ])('is spoken for by the %s, with papers', (basis, id, evidence) => {
      expect(settles({ relationship: 'estate', basis, agreement: null, age: null })).toMatchObject({
        id,
        evidence,
        asksPerson: false,
        settledBy: 'team',
      })
    })

    it.each(['family-or-friend', 'parent', 'advocate', 'solicitor', 'mp', 'organisation'])(
      'and is written for by another (%s): who is executor, or next of kin',
      (relationship) => {
        expect(settles({ relationship, agreement: 'died' })).toMatchObject({
          id: 'someone-who-died',
          asksPerson: false,
        })
      },
    )
  })

  it('a carer about their own part needs nobody’s agreement', () => {
    expect(settles({ relationship: 'carer', agreement: null, age: null })).toMatchObject({
      inOwnRight: true,
      evidence: [],
      settledBy: 'nobody',
    })
  })

  it.each(['mp', 'councillor'])(
    'an elected %s: the constituent’s request is the authority',
    (relationship) => {
      expect(settles({ relationship, age: null })).toMatchObject({
        id: 'elected-and-asked',
        asksPerson: false,
      })
      for (const agreement of ['no', 'not-sure', 'cannot-decide'])
        expect(settles({ relationship, age: null, agreement }).evidence).toContain('agreement')
    },
  )

  it('a solicitor: the client’s written authority, which the team sees; nobody writes past them to the client', () => {
    expect(settles({ relationship: 'solicitor', age: null })).toMatchObject({
      evidence: ['written-authority'],
      asksPerson: false,
      settledBy: 'team',
    })
  })

  it('an advocate: that they are instructed, or their role in law, which the team checks', () => {
    expect(settles({ relationship: 'advocate' })).toMatchObject({ asksPerson: true, settledBy: 'team' })
    for (const other of [{ age: 'under-16' }, { agreement: 'cannot-decide' }])
      expect(settles({ relationship: 'advocate', ...other })).toMatchObject({
        evidence: ['instructed-or-role'],
        asksPerson: false,
      })
  })
})

describe('the table of representatives', () => {
  it('has a rule for everybody, and every rule is for somebody', () => {
    const met = new Set<string>()
    for (const relationship of [
      'family-or-friend',
      'parent',
      'carer',
      'advocate',
      'attorney-or-deputy',
      'estate',
      'solicitor',
      'mp',
      'councillor',
      'organisation',
    ])
      for (const law of [null, ...new Set(council.services.flatMap((one) => one.law ?? []))])
        for (const age of [null, 'under-16', '16-17', 'adult'])
          for (const agreement of [null, 'yes', 'no', 'cannot-decide', 'died', 'not-sure'])
            for (const basis of [
              null,
              'health-and-welfare',
              'property-and-finance',
              'both',
              'deputy',
              'executor',
              'next-of-kin',
            ])
              met.add(ruleFor({ relationship, law, age, agreement, basis }).id)
    expect([...met].sort()).toEqual(rules.map(({ id }) => id).sort())
  })

  it('has words for each rule and for all that it asks to see', () => {
    for (const { id, evidence, settledBy } of rules) {
      expect(wording.has(`authority.rule.${id}`), id).toBe(true)
      expect(wording.has(`authority.team.settled-by.${settledBy}`)).toBe(true)
      for (const each of evidence) expect(wording.has(`authority.evidence.${each}`), each).toBe(true)
    }
  })

  it('leaves to the person alone only what their agreement settles, and to nobody only one’s own right', () => {
    for (const { settledBy, asksPerson, evidence, inOwnRight = false } of rules) {
      expect(inOwnRight).toBe(settledBy === 'nobody')
      if (settledBy === 'person') expect([asksPerson, evidence]).toEqual([true, ['agreement']])
      if (settledBy !== 'nobody') expect(evidence).not.toEqual([])
    }
  })
})

describe('the form', () => {
  const laws = council.services.filter(
    ({ law }, place, all) => all.findIndex((one) => one.law === law) === place,
  )

  it('asks how to reach the person wherever a rule asks them, and else only a parent of somebody of 16 or 17', () => {
    let asking = 0
    for (const { id: service } of laws)
      for (const way of everyWay(complain)) {
        const fields: Fields = { ...way, service }
        if (textOf(fields, 'for-whom') !== 'someone-else') continue
        const asked = questionsAsked(complain, fields, around)
        // Only ways that can be sent: every choice is made that must be.
        if (
          asked.some(
            ({ kind, id, optional }) => kind === 'choice' && !optional && id !== 'service' && !way[id],
          )
        )
          continue
        const answers = asked.flatMap((question) => check(question, fields, around).answer ?? [])
        const { authority } = actingPart(databaseRecord(answers), council)
        const offered = asked.some(({ id }) => id === 'ask-route')
        if (!authority) continue
        if (authority.asks_person) expect(offered, JSON.stringify(fields)).toBe(true)
        else if (offered)
          expect([authority.rule, textOf(fields, 'person-age')]).toEqual(['parent-own-right', '16-17'])
        if (authority.asks_person) asking += 1
      }
    expect(asking).toBeGreaterThan(20)
  })
})
