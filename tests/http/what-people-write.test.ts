import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Condition } from '../../src/form/condition.ts'
import { londonDay } from '../../src/council/working-days.ts'
import { questionsAsked, questionsOf } from '../../src/form/journey.ts'
import { complain } from '../../src/form/journeys/complain.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { titleOf, valuesIn, wrongFieldsOn } from './page.ts'
import { aComplaint, ask, post, sent, type Posted } from './post.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

const alphabets = { letters: 'a', emoji: '😀', 'Arabic letters': 'ش' }
// What stands for a file is made by the site, and not typed.
const typed = questionsOf(complain).filter(({ max, kind }) => max !== undefined && kind !== 'files')
const stored = async () =>
  (await portal.sql<{ count: number }>('select count(*)::int from heard.complaints'))[0]?.count

/** Answers under which a question with this condition is asked. */
function under(when: Condition | undefined): Posted {
  if (!when || 'isNot' in when) return {}
  if ('all' in when) return Object.assign({}, ...when.all.map(under)) as Posted
  if ('olderThanMonths' in when) return { [`${when.question}-year`]: '2019' }
  const asked = questionsOf(complain).find(({ id }) => id === when.question)
  return { ...under(asked?.when), [when.question]: when.is[0] ?? '' }
}

describe('100,000 characters', () => {
  const fields = questionsOf(complain)
    .filter((question) => typed.includes(question) || question.kind === 'partial-date')
    .flatMap((question) => question.fields.map((field) => ({ field, when: question.when })))

  describe.each(Object.entries(alphabets))('of %s', (_, letter) => {
    it.each(fields)('in $field are kept on the page, which says what to mend', async ({ field, when }) => {
      const text = letter.repeat(100_000)
      const date: Posted = field.startsWith('happened-on-')
        ? { 'happened-on-month': '3', 'happened-on-year': '2026' }
        : {}
      const answer = await post(portal.url, sent({ ...date, ...under(when), [field]: text }))
      expect(answer.status).toBe(422)
      expect(titleOf(answer.text)).toMatch(/^Error: /)
      expect(wrongFieldsOn(answer.text)).toContain(field)
      expect(valuesIn(answer.text)[field] === text).toBe(true)
    })
  })

  it('in every field that is typed, at once, are answered too, and nothing of it is stored', async () => {
    const before = await stored()
    const everywhere = questionsOf(complain)
      .filter(({ options }) => !options)
      .flatMap((question) => question.fields)
    const flood = Object.fromEntries(everywhere.map((field) => [field, 'a'.repeat(100_000)]))
    expect((await post(portal.url, { ...flood, go: 'send' })).status).toBe(422)
    expect(await stored()).toBe(before)
  })
})

it.each(['email', 'phone', 'post'])(
  'the longest answers that the form takes, in emoji, are kept whole (reply by %s)',
  async (route) => {
    const fields = aComplaint({
      'happened-on-year': '2019',
      'told-before': 'yes',
      discrimination: 'yes',
      'reply-route': route,
      adjustments: 'interpreter',
    })
    const around = { services: ['bins'], today: londonDay(new Date()), language: 'en' }
    const asked = questionsAsked(complain, fields, around).filter((question) => typed.includes(question))
    for (const { id, kind, max = 0 } of asked) if (kind.endsWith('-text')) fields[id] = '😀'.repeat(max)
    if (route === 'phone') fields['phone'] = '01632 960001'

    const answer = await post(portal.url, { ...fields, go: 'send', submission: crypto.randomUUID() })
    expect(answer.status).toBe(303)
    const [kept] = await portal.sql<{ answers: Record<string, string> }>(
      'select answers from heard.complaints order by received_at desc limit 1',
    )
    for (const { id } of asked) expect(kept?.answers[id], id).toBe(fields[id])
  },
)

describe('marks that mean something in HTML', () => {
  const hostile = `"'><script>alert(1)</script><img src=x onerror=alert(1)>&amp;`

  it('come back as text on the page to mend and on the page to check', async () => {
    for (const change of [{ email: 'no address' }, {}] as Posted[]) {
      const fields = aComplaint({
        name: hostile,
        'what-happened': hostile,
        outcome: `</textarea>${hostile}`,
        ...change,
      })
      const answer = await post(portal.url, { ...fields, go: 'check' })
      expect(answer.text).not.toMatch(/<script>alert|<img src=x/)
      const values = valuesIn(answer.text)
      expect([values['name'], values['what-happened']]).toEqual([hostile, hostile])
    }
  })

  it('are text in both forms of the mail', async () => {
    const fields = sent({ name: hostile, 'what-happened': `Mail: ${hostile}`, email: 'marks@example.org' })
    expect((await post(portal.url, fields)).status).toBe(303)
    const { html = '', text = '' } = await portal.waitForMail(({ to }) => to.includes('marks@example.org'))
    expect(html).not.toMatch(/<script|<img/)
    expect(html).toContain('&lt;script>alert(1)&lt;/script>')
    expect(text).toContain(`Mail: ${hostile}`)
  })
})

const lineEnds = {
  'CR LF': '\r\n',
  LF: '\n',
  '%0a': '%0a',
  NEL: '\u0085',
  'LINE SEPARATOR': '\u2028',
  NUL: '\0',
  VT: '\v',
}

describe.each(Object.entries(lineEnds))('a header smuggled in after %s', (_, end) => {
  it('in an email address is refused, and nothing is stored', async () => {
    const before = await stored()
    for (const email of [`a@example.org${end}Bcc: b@example.org`, `a@example.org,${end}b@example.org`]) {
      const answer = await post(portal.url, sent({ email }))
      expect([answer.status, wrongFieldsOn(answer.text)]).toEqual([422, ['email']])
    }
    expect(await stored()).toBe(before)
  })

  it('in a name stays part of the name, in one line', async () => {
    const email = `named.${crypto.randomUUID()}@example.org`
    const answer = await post(portal.url, sent({ name: `Ann${end}Bcc: b@example.org`, email }))
    expect(answer.status).toBe(303)
    const mail = await portal.waitForMail(({ to }) => to.includes(email))
    expect(mail).toMatchObject({ to: [email], cc: [], bcc: [], headers: {} })
    expect(mail.subject).toMatch(/^We have your complaint: \S+$/)
    const [person] = await portal.sql<{ name: string }>(
      `select name from heard.people where email = '${email}'`,
    )
    expect(person?.name).toMatch(/^Ann.*Bcc: b@example\.org$/)
    expect(person?.name).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
  })
})

it('right-to-left text is kept as it was written, and shown in its own direction', async () => {
  const text = 'لم تُفرَّغ الحاوية منذ ثلاثة أسابيع.\nשלוש פעמים (3) ב־Quay Street.'
  const check = await post(portal.url, aComplaint({ 'what-happened': text, go: 'check' }))
  expect(check.text).toContain(`<p class="answer" dir="auto">${text}</p>`)
  const email = 'rtl@example.org'
  await post(portal.url, sent({ 'what-happened': text, name: 'ليلى', email }))
  const mail = await portal.waitForMail(({ to }) => to.includes(email))
  expect(mail.html).toContain(`dir="auto">${text}</p>`)
  const rows = await portal.sql<{ summary: string }>(
    `select summary from heard.complaints join heard.people p on p.complaint_id = complaints.id where p.email = '${email}'`,
  )
  expect(rows).toEqual([{ summary: text }])
})

it('NUL bytes and what is not UTF-8 neither break anything nor reach the record', async () => {
  const fields = new URLSearchParams(sent({ email: 'bytes@example.org' }) as Record<string, string>)
  fields.delete('what-happened')
  const head = Buffer.from(`${fields.toString()}&what-happened=A%00B%FF%FEC`)
  const body = Buffer.concat([head, Buffer.from([0xc3, 0x28, 0x00, 0xed, 0xa0, 0x80])])
  const type = 'application/x-www-form-urlencoded'
  const answer = await ask(`${portal.url}/api/complaints`, {
    method: 'POST',
    body,
    headers: { 'content-type': type },
  })
  expect(answer.status).toBe(303)
  const [kept] = await portal.sql<{ summary: string }>(
    `select summary from heard.complaints join heard.people p on p.complaint_id = complaints.id where p.email = 'bytes@example.org'`,
  )
  expect(kept?.summary).toMatch(/^AB\ufffd\ufffdC\ufffd\(\ufffd+$/)
})
