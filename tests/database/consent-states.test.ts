import { expect, it } from 'vitest'
import { consentState, type ConsentState, type ConsentTimes } from '../../src/complaints/consent/state.ts'
import { askedConsent } from './a-consent.ts'
import { onEveryDatabase } from './on-every-database.ts'

/** Moments of a consent that was asked for on 1 December and can be answered until the end of the 29th. */
const asked = '2026-12-01T09:00:00Z'
const expires = '2026-12-30T00:00:00Z'
const later = '2026-12-05T12:00:00Z'
const later2 = '2026-12-06T12:00:00Z'
const soon = '2026-12-10T12:00:00Z'
const nextYear = '2027-03-01T00:00:00Z'

type Times = Partial<Record<Exclude<keyof ConsentTimes, 'monthsAfterClosing'>, string>>

const rules: [string, Times, string, ConsentState][] = [
  ['a person who was asked has not answered', { asked, expires }, soon, 'asked'],
  ['nobody answered by the end of the last day', { asked, expires }, expires, 'expired'],
  ['one second is left of the last day', { asked, expires }, '2026-12-29T23:59:59Z', 'asked'],
  ['it was noticed that nobody answered', { asked, expires, expired: later }, soon, 'expired'],
  ['a yes that nobody has checked', { asked, expires, claimed: later }, soon, 'claimed'],
  ['a yes that nobody has checked, long after', { asked, expires, claimed: later }, nextYear, 'claimed'],
  [
    'a yes that the team has checked',
    { asked, expires, claimed: later, confirmed: later2 },
    soon,
    'confirmed',
  ],
  ['a no', { asked, expires, refused: later }, soon, 'refused'],
  ['a no, long after', { asked, expires, refused: later }, nextYear, 'refused'],
  ['a claimed yes taken back', { asked, expires, claimed: later, withdrawn: later2 }, soon, 'withdrawn'],
  [
    'a confirmed yes taken back',
    { asked, expires, claimed: later, confirmed: later, withdrawn: later2 },
    soon,
    'withdrawn',
  ],
  ['nobody need be asked', { notNeeded: asked }, nextYear, 'not-needed'],
  ['evidence was asked for, and has not come', { evidenceAsked: asked }, nextYear, 'awaiting-evidence'],
  ['evidence has come and is good', { evidenceAsked: asked, confirmed: later }, nextYear, 'confirmed'],
  ['evidence was asked for, and the person too', { evidenceAsked: asked, asked, expires }, soon, 'asked'],
  [
    'a yes, a year less a second after the complaint was closed',
    { asked, expires, claimed: later, confirmed: later, closed: '2027-02-28T10:00:00Z' },
    '2028-02-28T09:59:59Z',
    'confirmed',
  ],
  [
    'a yes, a year after the complaint was closed',
    { asked, expires, claimed: later, confirmed: later, closed: '2027-02-28T10:00:00Z' },
    '2028-02-28T10:00:00Z',
    'expired',
  ],
  [
    'a yes taken back, a year after the complaint was closed',
    { asked, expires, claimed: later, withdrawn: later2, closed: '2027-02-28T10:00:00Z' },
    nextYear,
    'withdrawn',
  ],
]

const columns: Record<keyof Times, string> = {
  asked: 'asked_at',
  expires: 'expires_at',
  notNeeded: 'not_needed_at',
  evidenceAsked: 'evidence_asked_at',
  claimed: 'claimed_at',
  confirmed: 'confirmed_at',
  refused: 'refused_at',
  withdrawn: 'withdrawn_at',
  expired: 'expired_at',
  closed: '',
}

it.each(rules)('%s: the site reads the state from the times', (_, times, at, state) => {
  expect(consentState(asDates(times), new Date(at))).toBe(state)
})

onEveryDatabase('the record', (db) => {
  it.each(rules)('%s: the database reads the same state from the times', async (_, times, at, state) => {
    const { id, complaint } = await askedConsent(db())
    const { closed = null, ...own } = times
    const said = times.refused ? 'no' : times.claimed ? 'yes' : null
    const set = Object.entries(columns)
      .filter(([, column]) => column)
      .map(
        ([name, column]) =>
          `${column} = ${own[name as keyof typeof own] ? `'${own[name as keyof typeof own]}'` : 'null'}`,
      )
    await db().query(
      `update heard.consents set ${set.join(', ')}, months_after_closing = 12,
         answer = $2::text, answered_at = case when $2::text is not null then now() end,
         answered_by = case when $2::text is not null then 'spoken' end, may_act = $2::text is not distinct from 'yes',
         confirmed_how = ${times.confirmed ? "'team-checked'" : 'null'},
         withdrawn_by = ${times.withdrawn ? "'spoken'" : 'null'}
       where id = $1`,
      [id, said],
    )
    await db().query('update heard.complaints set closed_at = $2 where id = $1', [complaint, closed])
    const [row] = await db().query<{ state: string }>(
      'select heard.consent_state(s, $2::timestamptz) as state from heard.consents s where s.id = $1',
      [id, at],
    )
    expect(row!.state).toBe(state)
  })
})

it('has a rule for every state', () => {
  const states: Record<ConsentState, true> = {
    asked: true,
    claimed: true,
    confirmed: true,
    refused: true,
    withdrawn: true,
    expired: true,
    'not-needed': true,
    'awaiting-evidence': true,
  }
  expect([...new Set(rules.map(([, , , state]) => state))].sort()).toEqual(Object.keys(states).sort())
})

function asDates(times: Times): ConsentTimes {
  const moment = (name: keyof Times) => (times[name] ? new Date(times[name]) : null)
  return {
    asked: moment('asked'),
    expires: moment('expires'),
    notNeeded: moment('notNeeded'),
    evidenceAsked: moment('evidenceAsked'),
    claimed: moment('claimed'),
    confirmed: moment('confirmed'),
    refused: moment('refused'),
    withdrawn: moment('withdrawn'),
    expired: moment('expired'),
    closed: moment('closed'),
    monthsAfterClosing: 12,
  }
}
