import type { Situation } from './situation.ts'

/** What the team is to see or to check; each has its words in letters.authority.evidence. */
export type Evidence =
  | 'agreement'
  | 'best-interests'
  | 'power-if-any'
  | 'public-guardian'
  | 'covers-this'
  | 'cannot-decide'
  | 'sealed-order'
  | 'child-view'
  | 'good-ground'
  | 'probate-or-letters'
  | 'next-of-kin-papers'
  | 'own-identity'
  | 'who-acts-for-estate'
  | 'elected-office'
  | 'written-authority'
  | 'instructed-or-role'

/** One row of the table of representatives: in which case, what is needed, and who settles it. */
export interface Rule {
  readonly id: string
  /** The case: each fact named is one of these. A fact that is not named may be anything. */
  readonly when: { readonly [Fact in keyof Situation]?: readonly Situation[Fact][] }
  /** True where the writer complains in their own right, and so acts for nobody: they gain no right to anybody's data. */
  readonly inOwnRight?: boolean
  readonly evidence: readonly Evidence[]
  /** True where the person is asked for their agreement. */
  readonly asksPerson: boolean
  /**
   * Who settles it: `nobody` where nothing is needed; `person` where their agreement does, once it is confirmed;
   * `team` where it looks at the evidence, and wherever the rule itself is not certain.
   */
  readonly settledBy: 'nobody' | 'person' | 'team'
}

const able = ['yes', 'no', 'not-sure'] as const

/**
 * By what right somebody may act for another: the first rule that fits holds, and the last fits everybody.
 *
 * From the 2005 Act (from 16 on somebody is taken to decide for themself), regulation 5 of the 2009 Regulations on
 * adult social care, the 2006 Regulations on children's representations, the Housing Code and councils' practice.
 * Where the practice is not certain (solicitors, advocates, a property attorney of somebody who can decide), the team
 * checks. The letters' words stand in letters.authority.rule, by the rule's id. This is law and not a council's
 * choice, so it is code: see DECISIONS.md.
 */
export const rules: readonly Rule[] = [
  // Somebody who has died: an executor or administrator; where there is neither, the next of kin.
  {
    id: 'executor',
    when: { basis: ['executor'] },
    evidence: ['probate-or-letters', 'own-identity'],
    asksPerson: false,
    settledBy: 'team',
  },
  {
    id: 'next-of-kin',
    when: { basis: ['next-of-kin'] },
    evidence: ['next-of-kin-papers', 'own-identity'],
    asksPerson: false,
    settledBy: 'team',
  },
  {
    id: 'someone-who-died',
    when: { agreement: ['died'] },
    evidence: ['who-acts-for-estate', 'own-identity'],
    asksPerson: false,
    settledBy: 'team',
  },
  // In their own right.
  {
    id: 'carer-own-part',
    when: { relationship: ['carer'] },
    inOwnRight: true,
    evidence: [],
    asksPerson: false,
    settledBy: 'nobody',
  },
  {
    id: 'parent-own-right',
    when: { relationship: ['parent'], law: ['childrens-social-care'], age: ['under-16', '16-17'] },
    inOwnRight: true,
    evidence: [],
    asksPerson: false,
    settledBy: 'nobody',
  },
  // Powers of attorney, of which nobody's word is enough, and orders of a court.
  {
    id: 'deputy',
    when: { basis: ['deputy'] },
    evidence: ['sealed-order', 'covers-this'],
    asksPerson: false,
    settledBy: 'team',
  },
  {
    id: 'attorney',
    when: { basis: ['health-and-welfare', 'property-and-finance', 'both'], agreement: ['cannot-decide'] },
    evidence: ['public-guardian', 'covers-this', 'cannot-decide'],
    asksPerson: false,
    settledBy: 'team',
  },
  {
    id: 'health-attorney-of-someone-able',
    when: { basis: ['health-and-welfare'] },
    evidence: ['agreement'],
    asksPerson: true,
    settledBy: 'person',
  },
  {
    id: 'property-attorney-of-someone-able',
    when: { basis: ['property-and-finance', 'both'] },
    evidence: ['public-guardian', 'covers-this', 'agreement'],
    asksPerson: true,
    settledBy: 'team',
  },
  // Elected representatives: the constituent's request is the authority.
  {
    id: 'elected-and-asked',
    when: { relationship: ['mp', 'councillor'], agreement: ['yes'] },
    evidence: ['elected-office'],
    asksPerson: false,
    settledBy: 'team',
  },
  {
    id: 'elected-not-asked',
    when: { relationship: ['mp', 'councillor'] },
    evidence: ['elected-office', 'agreement'],
    asksPerson: false,
    settledBy: 'team',
  },
  // Those who act for others by their work.
  {
    id: 'solicitor',
    when: { relationship: ['solicitor'] },
    evidence: ['written-authority'],
    asksPerson: false,
    settledBy: 'team',
  },
  {
    id: 'advocate-of-someone-able',
    when: { relationship: ['advocate'], agreement: [...able], age: ['16-17', 'adult'] },
    evidence: ['instructed-or-role', 'agreement'],
    asksPerson: true,
    settledBy: 'team',
  },
  {
    id: 'advocate',
    when: { relationship: ['advocate'] },
    evidence: ['instructed-or-role'],
    asksPerson: false,
    settledBy: 'team',
  },
  // Children: no age is fixed, but their own understanding counts, and the team asks them itself.
  {
    id: 'parent-of-child',
    when: { relationship: ['parent'], age: ['under-16'] },
    evidence: ['child-view'],
    asksPerson: false,
    settledBy: 'team',
  },
  {
    id: 'child',
    when: { age: ['under-16'] },
    evidence: ['good-ground', 'child-view', 'best-interests'],
    asksPerson: false,
    settledBy: 'team',
  },
  // Somebody who cannot decide about this, from 16 on.
  {
    id: 'cannot-decide',
    when: { agreement: ['cannot-decide'] },
    evidence: ['cannot-decide', 'power-if-any', 'best-interests'],
    asksPerson: false,
    settledBy: 'team',
  },
  {
    id: 'young-person',
    when: { age: ['16-17'] },
    evidence: ['agreement'],
    asksPerson: true,
    settledBy: 'person',
  },
  {
    id: 'tenant',
    when: { law: ['landlord'] },
    evidence: ['agreement'],
    asksPerson: true,
    settledBy: 'person',
  },
  { id: 'adult', when: {}, evidence: ['agreement'], asksPerson: true, settledBy: 'person' },
]
