import { describe, expect, it } from 'vitest'
import { whatTheyMaySee, type View } from '../../../src/complaints/follow/what-they-may-see.ts'
import type { Authority } from '../../../src/complaints/follow/ports.ts'
import type { Role } from '../../../src/complaints/ports.ts'

type Row = [Role | null, Authority, (keyof View)[]]

const rows: Row[] = [
  // Who complains for themself sees all of it, whatever stands of anybody else's authority.
  [
    'complainant',
    'not-needed',
    ['progress', 'reasons', 'ownWords', 'mayAdd', 'mayAskForReview', 'mayWithdraw'],
  ],
  ['complainant', 'asked', ['progress', 'reasons', 'ownWords', 'mayAdd', 'mayAskForReview', 'mayWithdraw']],
  // Who acts for somebody sees dates and their own words, until it is confirmed that they may.
  ['representative', 'asked', ['progress', 'ownWords', 'mayAdd']],
  [
    'representative',
    'confirmed',
    ['progress', 'reasons', 'ownWords', 'mayAdd', 'mayAskForReview', 'mayWithdraw'],
  ],
  ['representative', 'not-needed', ['progress', 'ownWords', 'mayAdd', 'mayAskForReview', 'mayWithdraw']],
  // Where it was refused or taken back, it is as if it had never been confirmed.
  ['representative', 'ended', ['progress', 'ownWords', 'mayAdd']],
  // Whom it is about sees how far it has come, and not what somebody wrote in confidence.
  ['affected', 'asked', ['progress', 'reasons', 'mayAdd']],
  ['affected', 'confirmed', ['progress', 'reasons', 'mayAdd']],
  // A key whose person is gone shows the dates alone.
  [null, 'not-needed', ['progress', 'mayAdd']],
]

describe('on a complaint’s own page', () => {
  it.each(rows)('%s, with authority %s, sees and may do: %s', (role, authority, allowed) => {
    const view = whatTheyMaySee(role, authority)
    expect(Object.keys(view).filter((each) => view[each as keyof View])).toEqual(allowed)
  })
})
