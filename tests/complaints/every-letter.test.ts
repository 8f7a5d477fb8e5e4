import { describe, expect, it } from 'vitest'
import type { DeskFacts } from '../../src/complaints/desk/facts.ts'
import { deskLetter } from '../../src/complaints/letters/desk/letters.ts'
import type { Block } from '../../src/complaints/letters/letter.ts'
import { letterToPerson } from '../../src/complaints/letters/to-person.ts'
import { letterToSafeguarding } from '../../src/complaints/letters/to-safeguarding.ts'
import { letterToTeam } from '../../src/complaints/letters/to-team.ts'
import type { Writing } from '../../src/complaints/letters/facts.ts'
import type { Recipient, Template } from '../../src/complaints/letters/ports.ts'
import { compose } from '../../src/complaints/send-mail.ts'
import { council } from '../../src/council/council.ts'
import type { Fields } from '../../src/form/question.ts'
import { wording } from '../form/journeys.ts'
import { acting, deskFacts, everyTemplate, isAboutAuthority } from './desk/made-up.ts'
import { lettersFacts, madeUp } from './made-up.ts'

const letters: [Template, Recipient, (writing: Writing) => { subject: string; blocks: readonly Block[] }][] =
  [
    ['acknowledgement', 'complainant', (writing) => letterToPerson('acknowledgement', writing)],
    ['receipt', 'complainant', (writing) => letterToPerson('receipt', writing)],
    ['report-receipt', 'complainant', (writing) => letterToPerson('report-receipt', writing)],
    ['thanks', 'complainant', (writing) => letterToPerson('thanks', writing)],
    ['new-submission', 'complaints-team', (writing) => letterToTeam(writing)],
    ['became-a-complaint', 'complaints-team', (writing) => letterToTeam(writing, 'became-a-complaint')],
    ['risk-of-harm', 'safeguarding', letterToSafeguarding],
    ...everyTemplate.map((template) => {
      const recipient = isAboutAuthority(template) ? 'representative' : 'complainant'
      return [
        template,
        recipient,
        (writing) => deskLetter(template, { ...writing, desk: deskOf(template) })!,
      ] as (typeof letters)[number]
    }),
  ]

const stage = { id: 'stage-1', acknowledge_by: '2026-12-29', respond_by: '2027-01-06' }
const hostile = '</p><script>alert(1)</script><img src=x onerror="alert(1)">&amp;{reference}'

/** What an officer wrote; of a hostile one too. */
const deskOf = (template: Template, change: Partial<DeskFacts> = {}) =>
  deskFacts({ may_be_told: template !== 'authority-refused', ...change })

const complaintOf = (template: Template, change: Fields) => ({
  ...lettersFacts(change, stage),
  ...(isAboutAuthority(template) && { acting: acting('confirmed') }),
})

const writing = (change: Fields = {}, template: Template = 'receipt'): Writing => ({
  complaint: complaintOf(template, change),
  council,
  wording,
  ...madeUp,
})

const mail = (template: Template, recipient: Recipient, change: Fields = {}) =>
  compose(
    {
      id: 'm',
      template,
      recipient,
      language: 'en',
      attempts: 1,
      complaint: complaintOf(template, change),
      desk: deskOf(template),
    },
    { council, wordingIn: () => wording, ...madeUp },
  )!

/** Every sentence of a letter, in order. */
const sentences = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => {
    if ('heading' in block) return [block.heading]
    if ('paragraph' in block) return [block.paragraph]
    if ('list' in block) return block.list
    if ('facts' in block) return block.facts.flat()
    if ('written' in block) return block.written
    return block.exchanges.flatMap(({ question, answer }) => [question, ...answer])
  })

const spaced = (text: string) => text.replace(/\s+/g, ' ').toLowerCase()

/** The words that a reader of the HTML sees. */
const seen = (html: string) =>
  html
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<\/?span[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

/** Where each sentence begins in a text; -1 for one that is not there after those before it. */
function placesIn(text: string, all: readonly string[]): number[] {
  let from = 0
  return all.map((sentence) => {
    const place = spaced(text).indexOf(spaced(sentence).trim(), from)
    from = Math.max(from, place)
    return place
  })
}

describe.each(letters)('the letter %s', (template, recipient, write) => {
  it('says the same in plain text and in HTML, in the same order', () => {
    const change = { risk: 'yes', adjustments: ['bsl'], where: '<b>&amp; "here"' }
    const all = sentences(write(writing(change, template)).blocks)
    const { text, html } = mail(template, recipient, change)
    expect(all.length).toBeGreaterThan(10)
    expect(placesIn(text, all)).not.toContain(-1)
    expect(placesIn(seen(html), all)).not.toContain(-1)
    const length = (of: string) => spaced(of).replace(/[^\p{L}\p{N}]/gu, '').length
    expect(length(seen(html))).toBe(length(text))
  })

  it('shows what a hostile person wrote as they wrote it, and runs none of it', () => {
    const { html, text } = mail(template, recipient, { name: hostile, where: hostile, outcome: hostile })
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, name]) => name))
    expect([...tags].sort()).toEqual(
      [
        'body',
        'div',
        'h2',
        'head',
        'html',
        'li',
        'meta',
        'p',
        'span',
        'strong',
        'table',
        'td',
        'title',
        'tr',
        'ul',
      ].filter((name) => tags.has(name)),
    )
    expect(seen(html)).toContain(hostile)
    expect(text).toContain(hostile)
  })

  it('fetches nothing, and links to nothing', () => {
    const { html } = mail(template, recipient, { 'what-happened': 'https://example.org' })
    expect(html).not.toMatch(/\b(src|href|action|background)=|url\(|@import/)
  })

  it('names nobody, and holds none of their words, in its subject', () => {
    const change = {
      name: 'Zbigniew',
      where: 'Quayside',
      'what-happened': 'Weathervane',
      email: 'zed@example.org',
    }
    const { subject } = mail(template, recipient, change)
    expect(subject).toContain('7KM-2RX-9TC')
    expect(subject).not.toMatch(/Zbigniew|Quayside|Weathervane|zed@|\p{Cc}/u)
  })

  it('is in the language it says it is in', () => {
    const facts = {
      id: 'm',
      template,
      recipient,
      language: 'pl',
      attempts: 1,
      complaint: complaintOf(template, {}),
      desk: deskOf(template),
    }
    expect(compose(facts, { council, wordingIn: () => wording, ...madeUp })!.html).toMatch(
      /<html lang="en" dir="ltr">/,
    )
  })
})

describe('what an officer wrote', () => {
  it.each(everyTemplate)('stays as it was written, and none of it is run: %s', (template) => {
    const rows = [{ text: hostile, ours: true, answer: hostile, decision: 'upheld' as const }]
    const desk = deskOf(template, {
      handler: { name: hostile, role: hostile },
      points: rows,
      extension: { reason: hostile, until: '2027-01-20', instead_of: null },
      refusal: { reason: 'other', explanation: hostile, where_else: hostile },
      authority: { refused_because: hostile },
    })
    const message = { id: 'm', template, recipient: 'complainant', language: 'en', attempts: 1 } as const
    const { html, text } = compose(
      { ...message, complaint: complaintOf(template, {}), desk },
      { council, wordingIn: () => wording, ...madeUp },
    )!
    expect(html).not.toMatch(/<(?:script|img)/)
    expect(seen(html)).toContain(hostile)
    expect(text).toContain(hostile)
  })
})

describe('a letter to a person without an address', () => {
  it('is none', () => {
    const complaint = lettersFacts({ 'reply-route': 'anonymous' }, stage)
    const message = {
      id: 'm',
      template: 'receipt',
      recipient: 'complainant',
      language: 'en',
      attempts: 1,
    } as const
    expect(compose({ ...message, complaint }, { council, wordingIn: () => wording, ...madeUp })).toBeNull()
  })
})
