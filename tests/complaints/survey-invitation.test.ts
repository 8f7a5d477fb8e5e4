import { expect, it } from 'vitest'
import { compose } from '../../src/complaints/send-mail.ts'
import type { HeldKey } from '../../src/complaints/ports.ts'
import { council } from '../../src/council/council.ts'
import { wording } from '../form/journeys.ts'
import { lettersFacts, madeUp } from './made-up.ts'

const key = { id: '5a0c2d1e-9d0f-4f6e-8f2a-4d1d8a6f0c11', purpose: 'survey', role: 'complainant' } as const
const hostile = '</p><script>alert(1)</script>'

/** The invitation, as it leaves. */
const invitation = (keys: readonly HeldKey[] = [key], change = {}) =>
  compose(
    {
      ...{ id: 'm', template: 'survey-invitation', recipient: 'complainant', language: 'en', attempts: 1 },
      complaint: { ...lettersFacts(change), keys },
    },
    { council, wordingIn: () => wording, ...madeUp },
  )

it('the invitation to the survey says how to complain, and that the survey is no way to: DOMAIN 2.3 and 2.6', () => {
  const { text, html } = invitation()!
  for (const said of [
    `${madeUp.site}/survey/open/?k=${madeUp.keys.link(key.id)}`,
    `${council.survey.openDays} days`,
    'not a way to complain',
    council.contacts.complaints.phone,
    `${madeUp.site}/still-unhappy/`,
    council.ombudsmen[0]!.phone,
  ]) {
    expect(text).toContain(said)
    expect(html.replaceAll('&amp;', '&')).toContain(said)
  }
})

it('repeats nothing of the complaint, gives no code and no way to follow it, and its subject names nobody', () => {
  const { text, html, subject } = invitation([key], { name: `Zed ${hostile}` })!
  expect(text).not.toMatch(/fish|Empty it|follow\/open|Code:/)
  expect(html).not.toContain('<script')
  expect(subject).toContain('7KM-2RX-9TC')
  expect(subject).not.toContain('Zed')
})

it('is not sent where its key has gone, or there is nobody to send it to', () => {
  expect(invitation([])).toBeNull()
  expect(invitation([key], { 'reply-route': 'post' })).toBeNull()
})
