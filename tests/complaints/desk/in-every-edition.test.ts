import { describe, expect, it } from 'vitest'
import type { DeskTemplate } from '../../../src/complaints/desk/facts.ts'
import { compose } from '../../../src/complaints/send-mail.ts'
import { council, textIn } from '../../../src/council/council.ts'
import { wordingOf, type Wording } from '../../../src/form/wording.ts'
import { dayInWords } from '../../../src/words/dates.ts'
import { isolated } from '../../../src/words/direction.ts'
import { loadWords } from '../../../src/words/load.ts'
import { madeUp } from '../made-up.ts'
import { acting, caseFor, deskFacts, deskWriting, everyTemplate, isAboutAuthority } from './made-up.ts'

const published = council.languages.filter(({ status }) => status === 'published')
const wordings = new Map<string, Wording>(
  published.map(({ tag }) => [
    tag,
    wordingOf(tag, loadWords(tag), (id) =>
      textIn(council.services.find((service) => service.id === id)!.name, tag),
    ),
  ]),
)

/** A letter as it leaves, in one edition. */
function mail(template: DeskTemplate, language: string, made: Parameters<typeof caseFor>[1] = {}) {
  const { complaint, desk } = deskWriting(
    caseFor(template, { fields: { adjustments: ['bsl'] }, ...made, in: wordings.get(language)! }),
  )
  const recipient = isAboutAuthority(template) ? 'representative' : 'complainant'
  const written = compose(
    { id: 'm', template, recipient, language, attempts: 1, complaint, desk },
    { council, wordingIn: (tag) => wordings.get(tag)!, ...madeUp },
  )
  if (!written) throw new Error(`${template} is no letter.`)
  return { subject: written.subject, text: written.text, html: written.html }
}

const letters = published.flatMap(({ tag, dir }) =>
  everyTemplate.map((template) => [template, tag, dir] as const),
)

describe.each(letters)('%s in %s', (template, tag, dir) => {
  const letter = mail(template, tag)

  it('is whole, and in that language', () => {
    expect(letter.subject + letter.text).not.toMatch(/[{}]|undefined|null/)
    expect(letter.html).toContain(`<html lang="${tag}" dir="${dir}">`)
    // What is asked of the reader stands in the edition’s own words.
    const asked = wordings.get(tag)!.t('desk-letters.formats', { phone: council.contacts.complaints.phone })
    expect(letter.text).toContain(asked)
  })

  it('keeps what an officer wrote as it was written, in its own direction', () => {
    const { answer, text } = { text: 'دیر ہو گئی: “7KM”.', answer: 'Late.\n\nTwice.' }
    const desk = deskFacts({
      may_be_told: template !== 'authority-refused',
      points: [{ text, ours: true, answer, decision: 'upheld' }],
      extension: { reason: text, until: '2027-01-20', instead_of: null },
      refusal: { reason: 'other', explanation: text, where_else: null },
      authority: { refused_because: text },
    })
    const written = mail(template, tag, { desk })
    if (!['handler-changed', 'next-stage', 'authority-accepted'].includes(template)) {
      expect(written.text).toContain(text)
      expect(written.html).toMatch(new RegExp(`<p [^>]*dir="auto">${text}</p>`))
    }
    if (template === 'replied') expect(written.html).toContain(`dir="auto">${answer}</p>`)
  })

  it('keeps numbers, references and names apart from words that run the other way', () => {
    expect(letter.text).toContain(isolated('7KM-2RX-9TC', tag))
    expect(letter.text).toContain(isolated(council.contacts.complaints.phone, tag))
    if (template === 'acknowledged') expect(letter.text).toContain(isolated('Handler-Amina Yusuf', tag))
  })
})

describe.each(published.map(({ tag }) => tag))('in %s', (tag) => {
  const day = (iso: string) => dayInWords(iso, tag)

  it('says every reason, decision and clock that there is', () => {
    for (const reason of [
      'out-of-time',
      'other-route',
      'already-decided',
      'court',
      'not-ours',
      'other',
    ] as const)
      for (const procedure of ['corporate', 'data-protection'])
        expect(
          mail('not-taken-on', tag, {
            desk: { refusal: { reason, explanation: 'Own words.', where_else: null } },
            complaint: { procedure },
          }).text,
        ).not.toMatch(/[{}]/)
    for (const decision of ['upheld', 'partly-upheld', 'not-upheld'] as const)
      for (const { id, stages } of council.procedures)
        for (const stage of stages) {
          const points = [{ text: 'A point.', ours: true, answer: 'An answer.', decision }]
          const complaint = {
            procedure: id,
            stage: { id: stage.id, acknowledge_by: '2026-12-29', respond_by: null },
          }
          const { text } = mail('replied', tag, { complaint, desk: { decision, points, apology: null } })
          expect(text).not.toMatch(/[{}]/)
        }
  })

  it('says the days of the reply and of what it promises', () => {
    const { text } = mail('replied', tag)
    for (const iso of ['2027-01-15', '2027-02-01', '2027-02-02']) expect(text).toContain(day(iso))
  })

  it('tells nobody more than may be told, in its own words', () => {
    const given = { complaint: { acting: acting('asked') }, desk: { may_be_told: false } }
    const { t } = wordings.get(tag)!
    expect(mail('replied', tag, given).text).toContain(t('desk-letters.held-back.found'))
    expect(mail('extended', tag, given).text).toContain(t('desk-letters.held-back.why'))
  })
})
