import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { council, textIn } from '../../src/council/council.ts'
import { builtPages, wordsOf } from './pages.ts'

const folder = join(import.meta.dirname, '../../content/pages')
const written = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.mdx'))
  .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }))

const page = (address: string) => {
  const found = builtPages.find((built) => built.address === address)
  if (!found) throw new Error(`${address} is not built.`)
  return wordsOf(found.html).replace(/\s+/g, ' ')
}

/** Names, numbers and addresses of council.json, which no page may type again. */
const facts = [
  textIn(council.name, 'en'),
  ...Object.values(council.contacts).flatMap(({ email, phone }) => [email, phone]),
  ...council.ombudsmen.flatMap(({ phone, web }) => [phone, web]),
  ...council.advocacy.flatMap(({ name, phone }) => [textIn(name, 'en'), phone]),
  ...Object.values(council.safeguarding.adults).filter((value) => typeof value === 'string'),
  council.safeguarding.outOfHoursPhone,
]

describe.each(written)('$file', ({ text }) => {
  it('types no fact that council.json holds', () => {
    expect(facts.filter((fact) => text.includes(fact))).toEqual([])
    expect(text).not.toMatch(/within \d+ (working days|months) of (our|telling|getting|what)/)
  })
})

describe.each(council.procedures)('the page of the procedure $id', (procedure) => {
  const { id, stages, timeLimitMonths, total, ombudsman } = procedure
  const words = page(`/procedures/${id}/`)

  it('names each stage, who decides it and each of its clocks', () => {
    for (const { name, decidedBy, acknowledge, respond, extension, askWithin, steps = [] } of stages) {
      expect(words).toContain(textIn(name, 'en'))
      expect(words).toContain(textIn(decidedBy, 'en'))
      const clocks = [acknowledge, respond, askWithin, ...steps.map(({ clock }) => clock)]
      const days = clocks.flatMap((clock) => (clock ? [`within ${clock.within} `] : []))
      for (const within of [...days, ...(extension ? [`up to ${extension.upTo} more`] : [])]) {
        expect(words).toContain(within)
      }
    }
  })

  it('tells each step on the way to a reply', () => {
    for (const { name, what } of stages.flatMap(({ steps = [] }) => steps)) {
      expect(words).toContain(textIn(name, 'en'))
      expect(words).toContain(textIn(what, 'en'))
    }
  })

  it('says how soon to complain, and how long it may take in all, where that is set', () => {
    if (timeLimitMonths) expect(words).toContain(`within ${timeLimitMonths} months`)
    if (total) expect(words).toContain(`within ${total.within} ${total.unit.replace('-', ' ')}`)
  })

  it('says what it covers, who may complain, what happens when we are late and how we put things right', () => {
    for (const part of ['What this procedure is for', 'Who can complain', 'If we are late']) {
      expect(words).toContain(part)
    }
    expect(words).toContain('How we put things right')
    if (stages.length > 1) expect(words).toMatch(/How to ask for (stage 2|the next stage)/)
  })

  it('names its ombudsman and how to reach them', () => {
    const found = council.ombudsmen.filter(({ id }) => id === ombudsman)
    expect(found).toHaveLength(1)
    for (const { name, phone } of found) {
      expect(words).toContain(textIn(name, 'en'))
      expect(words).toContain(phone)
    }
  })
})

describe('every page where people hesitate', () => {
  it.each([
    '/',
    '/how-to-complain/',
    '/who-can-complain/',
    '/acting-for-someone/',
    '/help/',
    '/contractors/',
    '/joint-complaints/',
    '/equality/',
    ...council.procedures.map(({ id }) => `/procedures/${id}/`),
  ])('%s says that complaining does no harm', (at) => {
    expect(page(at)).toContain('Complaining will not affect the service you get.')
  })

  it.each(['/', '/how-to-complain/', '/contact/'])('%s says how to get help at once', (at) => {
    expect(page(at)).toContain('Call 999')
    expect(page(at)).toContain(council.safeguarding.children.phone)
  })
})
