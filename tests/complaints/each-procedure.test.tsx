import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { compose } from '../../src/complaints/send-mail.ts'
import { outlook } from '../../src/complaints/outlook.ts'
import type { Recipient, Template } from '../../src/complaints/letters/ports.ts'
import { submission } from '../../src/complaints/submit.ts'
import { SentPage } from '../../src/components/form/sent-page.tsx'
import { councilFacts } from '../../src/components/form/facts.ts'
import { council, procedureOf, textIn } from '../../src/council/council.ts'
import { wording } from '../form/journeys.ts'
import { lettersFacts, sent, madeUp } from './made-up.ts'

/** A complaint about a service, as it is stored on Friday 18 December 2026. */
const stored = (service: string, route: string) =>
  submission(sent({ service, 'reply-route': route, ...(route === 'anonymous' && { name: '' }) }))

/** What the person sees at once. */
function sentPage(service: string, route: string): string {
  const procedure = procedureOf(service)
  const ombudsman = council.ombudsmen.find(({ id }) => id === procedure.ombudsman)!
  const { phone, textRelay, email } = council.contacts.complaints
  const html = render(
    <SentPage
      sent={{
        reference: '7KM-2RX-9TC',
        code: null,
        kind: 'complaint',
        route,
        outlook: outlook({ kind: 'complaint', route, procedure }, stored(service, route).stage),
        sameAnswers: true,
        atRisk: false,
      }}
      helpNow={councilFacts(council, 'en').helpNow}
      {...{ wording, phone, textRelay, email }}
      contactPage="/contact/"
      becomingPage="/make-it-a-complaint/"
      root="/"
      oneStage={procedure.stages.length === 1}
      ombudsman={{ name: textIn(ombudsman.name, 'en'), phone: ombudsman.phone, web: ombudsman.web }}
    />,
  )
  return html.replace(/<[^>]+>/g, '')
}

/** A letter about such a complaint. */
function letter(template: Template, recipient: Recipient, service: string, route: string): string {
  const { stage } = stored(service, route)
  const change = { service, 'reply-route': route }
  const complaint = { ...lettersFacts(change, stage), procedure: procedureOf(service).id }
  const message = { id: 'm', template, recipient, language: 'en', attempts: 1, complaint }
  return compose(message, { council, wordingIn: () => wording, ...madeUp })!.text
}

const nextStage = /next stage|ask us to look again/

describe('each procedure that the law wants a person to answer', () => {
  // DOMAIN 8.3: 3, 5 and 10 working days from 18 December; 15 as in its code chain. 30 days, the first counted: 16 January.
  it.each([
    ['council-homes', { id: 'stage-1', acknowledge_by: '2026-12-29', respond_by: '2027-01-13' }],
    ['adult-social-care', { id: 'stage-1', acknowledge_by: '2026-12-23', respond_by: null }],
    ['childrens-social-care', { id: 'stage-1', acknowledge_by: '2026-12-23', respond_by: '2027-01-06' }],
    ['your-information', { id: 'stage-1', acknowledge_by: '2027-01-16', respond_by: null }],
  ])('%s: starts its own clock, and gets a receipt and no acknowledgement', (service, stage) => {
    for (const route of ['email', 'phone', 'post', 'anonymous']) {
      expect(stored(service, route).stage).toEqual(stage)
    }
    const { messages, record } = stored(service, 'email')
    expect(messages.map(({ template }) => template)).toEqual(['receipt', 'new-submission'])
    expect(record.complaint['procedure']).toBe(procedureOf(service).id)
    expect(letter('receipt', 'complainant', service, 'email')).not.toContain('our acknowledgement')
  })

  it.each([
    [
      'council-homes',
      [
        'Our housing complaints officer will look into it',
        'acknowledge it by Tuesday 29 December 2026',
        'by Wednesday 13 January 2027 at the latest',
        'Housing Ombudsman Service: 0300 111 3000',
      ],
      'Acknowledge by Tuesday 29 December 2026. The full reply is due by Wednesday 13 January 2027 at the latest.',
      'You will get our full reply by Wednesday 13 January 2027 at the latest.',
    ],
    [
      'adult-social-care',
      [
        'We will agree with you how we look into it',
        'We will be in touch to agree this by Wednesday 23 December 2026.',
        'Local Government and Social Care Ombudsman: 0300 061 0614',
      ],
      'Acknowledge by Wednesday 23 December 2026. Offer to talk about how you will look into it, and agree when they will get a reply.',
      'We will be in touch by Wednesday 23 December 2026. Then we will agree with you when you get our full reply.',
    ],
    [
      'childrens-social-care',
      [
        'The manager of the team that works with you will look into it',
        'acknowledge it by Wednesday 23 December 2026',
        'by Wednesday 6 January 2027 at the latest',
        'If we need longer',
      ],
      'Acknowledge by Wednesday 23 December 2026. The full reply is due by Wednesday 6 January 2027 at the latest.',
      'You will get our full reply by Wednesday 6 January 2027 at the latest.',
    ],
    [
      'your-information',
      [
        'Our Data Protection Officer will look into it',
        'reply as soon as we have an answer',
        'in touch by Saturday 16 January 2027 at the latest',
        'Information Commissioner’s Office: 0303 123 1113',
      ],
      'Acknowledge by Saturday 16 January 2027. Look into it, keep the person up to date, and reply as soon as you can.',
      'We will be in touch by Saturday 16 January 2027 at the latest.',
    ],
  ])(
    '%s: tells the person, the team and the page after sending the same days',
    (service, toPerson, toTeam, onPage) => {
      const receipt = letter('receipt', 'complainant', service, 'email')
      for (const sentence of toPerson) expect(receipt).toContain(sentence)
      expect(letter('new-submission', 'complaints-team', service, 'email')).toContain(toTeam)
      expect(sentPage(service, 'email')).toContain(onPage)
    },
  )

  it('names a next stage only where there is one', () => {
    for (const { id } of council.services) {
      const several = procedureOf(id).stages.length > 1
      const template = procedureOf(id).acknowledgedBy === 'system' ? 'acknowledgement' : 'receipt'
      expect(nextStage.test(letter(template, 'complainant', id, 'email')), id).toBe(several)
      expect(nextStage.test(sentPage(id, 'email')), id).toBe(several)
    }
  })

  it('asks the team to agree nothing with a person whom nobody can reach', () => {
    for (const service of ['adult-social-care', 'your-information']) {
      const told = letter('new-submission', 'complaints-team', service, 'anonymous')
      expect(told).toContain('nobody to reply to. Look into it, and record what you find.')
      expect(told).not.toContain('Acknowledge')
    }
  })
})
