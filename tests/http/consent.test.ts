import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askedIn, consentIn, letDaysPass, representative, type Question } from '../support/consent.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { titleOf, valuesIn, wordsOf, wrongFieldsOn } from './page.ts'
import { ask, encoded, type Answered, type Posted } from './post.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

const get = (path: string, init: RequestInit = {}) => ask(portal.url + path, init)
const send = (path: string, fields: Posted) =>
  ask(portal.url + path, { method: 'POST', body: encoded({ language: 'en', ...fields }) })

/** Goes where an answer leads, as a browser does. */
async function follow(answer: Answered): Promise<Answered> {
  const to = answer.headers.get('location')
  return to ? follow(await get(to)) : answer
}

const openLink = async (question: Question) => follow(await get(question.link))
const openCode = (question: Pick<Question, 'reference' | 'code'>) =>
  send('/api/consents/open', { reference: question.reference, code: question.code })

const yes = {
  'consent-answer': 'yes',
  'consent-may': ['act', 'receive'],
  'consent-name': 'Idris Kemble',
}

/** Answers from an opened page: to the page to check, and on. */
async function answerFrom(opened: Answered, fields: Posted = yes): Promise<Answered> {
  const { grant = '' } = valuesIn(opened.text)
  return send('/api/consents', { grant, ...fields, go: 'send', submission: randomUUID() })
}

const withdrawFrom = (opened: Answered, fields: Posted = {}) =>
  send('/api/consents/withdraw', {
    grant: valuesIn(opened.text)['grant'] ?? '',
    submission: valuesIn(opened.text)['submission'] ?? '',
    go: 'send',
    ...fields,
  })

describe('the link of an email', () => {
  it('leads to the question: who wants to complain and about which service, and no more', async () => {
    const { status, text } = await openLink(await askedIn(portal))
    expect([status, titleOf(text)]).toEqual([
      200,
      expect.stringMatching(/^Someone wants to complain for you/),
    ])
    expect(wordsOf(text)).toContain(`${representative} wants to complain to us for you`)
    expect(wordsOf(text)).toContain('Bins and recycling')
    expect(text).not.toMatch(/not emptied|Zofia|zofia@|amara\.|idris\.|Idris/)
  })

  it.each<[string, RequestInit]>([
    ['GET', {}],
    ['HEAD', { method: 'HEAD' }],
    ['prefetching', { headers: { purpose: 'prefetch', 'sec-purpose': 'prefetch' } }],
    ['scanning', { headers: { 'user-agent': 'MailScanner/7', accept: '*/*' } }],
  ])('changes nothing, however often it is opened: %s', async (_, init) => {
    const question = await askedIn(portal)
    const before = JSON.stringify(await consentIn(portal, question))
    for (let times = 0; times < 5; times += 1) {
      const { headers } = await get(question.link, init)
      await get(headers.get('location') ?? '', init)
      await get(question.letter, init)
    }
    expect(JSON.stringify(await consentIn(portal, question))).toBe(before)
  })

  it('leaves only a sealed address behind, without a word about anybody', async () => {
    const opened = await get((await askedIn(portal)).link)
    expect([opened.status, opened.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/consent\/open\/\?t=[\w.-]+$/),
    ])
    expect(opened.headers.get('referrer-policy')).toBe('no-referrer')
    expect(opened.headers.get('cache-control')).toBe('no-store')
  })

  it.each(['', 'x', '../../x', 'A'.repeat(27), 'A'.repeat(5000)])('opens nothing with "%s"', async (link) => {
    const { status, text } = await get(`/consent/open/?k=${encodeURIComponent(link)}`)
    expect([status, titleOf(text)]).toEqual([410, expect.stringContaining('Say whether')])
    expect(wordsOf(text)).toContain('01632 960100')
  })

  it('asks for the code where it is bare, and where its hour is over', async () => {
    expect((await get('/consent/open/')).headers.get('location')).toBe('/consent/')
    const { status, text } = await get('/consent/open/?t=nonsense')
    expect([status, wordsOf(text)]).toEqual([410, expect.stringContaining('For your privacy')])
  })
})

describe('a code that is typed', () => {
  it.each([
    ['as it stands in the letter', (code: string) => code],
    ['in small letters without hyphens', (code: string) => code.toLowerCase().replaceAll('-', '')],
    ['with spaces', (code: string) => ` ${code.replaceAll('-', ' ')} `],
  ])('opens the question %s', async (_, typed) => {
    const question = await askedIn(portal)
    const answer = await openCode({ reference: typed(question.reference), code: typed(question.code) })
    expect(answer.status).toBe(303)
    expect(wordsOf((await follow(answer)).text)).toContain(representative)
  })

  it('is asked for again where something is missing or cannot be one, with what was typed', async () => {
    const empty = await send('/api/consents/open', {})
    expect([empty.status, wrongFieldsOn(empty.text)]).toEqual([422, ['reference', 'code']])
    const wrong = await send('/api/consents/open', { reference: 'MMM', code: '7KM2-RX9T' })
    expect([wrong.status, wrongFieldsOn(wrong.text)]).toEqual([422, ['reference', 'code']])
    expect(valuesIn(wrong.text)).toMatchObject({ reference: 'MMM', code: '7KM2-RX9T' })
    expect(titleOf(wrong.text)).toMatch(/^Error: /)
  })

  it('is answered alike whether the reference exists or not, and slowed alike', async () => {
    const { reference } = await askedIn(portal)
    const nobodys = '222-222-222'
    const code = '7KM2-RX9T-CCFH'
    const bare = (text: string) => text.replaceAll(reference, '').replaceAll(nobodys, '')
    for (let times = 0; times <= 20; times += 1) {
      const [one, other] = [await openCode({ reference, code }), await openCode({ reference: nobodys, code })]
      expect(one.status).toBe(times < 20 ? 422 : 429)
      expect([other.status, bare(other.text)]).toEqual([one.status, bare(one.text)])
    }
  })
})

describe('an answer', () => {
  it('is read through, with whom it is about, before anything is kept', async () => {
    const question = await askedIn(portal)
    const { grant = '' } = valuesIn((await openLink(question)).text)
    const check = await send('/api/consents', { grant, ...yes, go: 'check' })
    expect([check.status, wordsOf(check.text)]).toEqual([200, expect.stringContaining('Idris Kemble')])
    expect(wordsOf(check.text)).toContain(`${representative} wants to complain`)
    expect((await consentIn(portal, question))['state']).toBe('asked')
    const sent = await send('/api/consents', { ...valuesIn(check.text), ...yes, go: 'send' })
    expect(sent.headers.get('location')).toMatch(/^\/consent\/open\/\?t=[\w.-]+$/)
    const page = await follow(sent)
    expect([page.status, titleOf(page.text)]).toEqual([200, expect.stringMatching(/^You said yes/)])
    expect(wordsOf(page.text)).toContain('Idris Kemble')
    expect(await consentIn(portal, question)).toMatchObject({
      state: 'claimed',
      answered_by: 'link',
      may_act: true,
      may_receive: true,
      may_see: false,
      typed_name: 'Idris Kemble',
      shown_language: 'en',
      shown_version: expect.stringMatching(/^consent-[0-9a-f]{16}$/),
    })
  })

  it('by the code is marked as one, so that the team knows which way it came', async () => {
    const question = await askedIn(portal)
    await answerFrom(await follow(await openCode(question)))
    expect(await consentIn(portal, question)).toMatchObject({ answered_by: 'code', state: 'claimed' })
  })

  it.each<[string, Posted, string[]]>([
    ['nothing at all', {}, ['consent-answer']],
    ['a yes without a tick and a name', { 'consent-answer': 'yes' }, ['consent-may', 'consent-name']],
    ['a wish to talk without a way to', { 'consent-answer': 'talk-first' }, ['consent-reach']],
  ])('comes back to be mended, still saying who asks: %s', async (_, fields, wrong) => {
    const { grant = '' } = valuesIn((await openLink(await askedIn(portal))).text)
    const { status, text } = await send('/api/consents', { grant, ...fields, go: 'check' })
    expect([status, wrongFieldsOn(text)]).toEqual([422, wrong])
    expect(wordsOf(text)).toContain(representative)
  })

  it('needs no more than a no', async () => {
    const question = await askedIn(portal)
    const page = await follow(await answerFrom(await openLink(question), { 'consent-answer': 'no' }))
    expect(titleOf(page.text)).toMatch(/^You said no/)
    expect(await consentIn(portal, question)).toMatchObject({ state: 'refused', typed_name: null })
  })

  it('may be another one as long as the question is open', async () => {
    const question = await askedIn(portal)
    const no = await follow(await answerFrom(await openLink(question), { 'consent-answer': 'no' }))
    const [, again = ''] = /href="(\/consent\/open\/\?t=[^"]+)"/.exec(no.text) ?? []
    const page = await follow(await answerFrom(await get(again.replaceAll('&amp;', '&'))))
    expect(titleOf(page.text)).toMatch(/^You said yes/)
  })

  it('from an old page does not come over a newer one, and the page says so', async () => {
    const question = await askedIn(portal)
    const [old, newer] = [await openLink(question), await openLink(question)]
    await answerFrom(newer, { 'consent-answer': 'no' })
    const page = await follow(await answerFrom(old))
    expect(titleOf(page.text)).toMatch(/^You said no/)
    expect(wordsOf(page.text)).toContain('we did not keep the last one')
  })

  it('by a link that is used already shows what was answered, with the way to take it back', async () => {
    const question = await askedIn(portal)
    await answerFrom(await openLink(question))
    const { text } = await openLink(question)
    expect(titleOf(text)).toMatch(/^You said yes/)
    expect(text).toContain('action="/api/consents/withdraw"')
  })

  it('is not taken by a link whose time is over, and the page says how to answer all the same', async () => {
    const question = await askedIn(portal)
    const opened = await openLink(question)
    await letDaysPass(portal, question, 29)
    const { text } = await openLink(question)
    expect(titleOf(text)).toMatch(/^The time to answer here has passed/)
    expect(wordsOf(text)).toContain('01632 960100')
    await answerFrom(opened)
    expect((await consentIn(portal, question))['state']).toBe('expired')
  })

  it.each(['', 'nonsense'])('is not taken from a page that is not ours: grant "%s"', async (grant) => {
    const { status, text } = await send('/api/consents', {
      grant,
      ...yes,
      go: 'send',
      submission: randomUUID(),
    })
    expect([status, wordsOf(text)]).toEqual([410, expect.stringContaining('For your privacy')])
  })

  it('is not lost where the record is away', async () => {
    const question = await askedIn(portal)
    const opened = await openLink(question)
    await portal.outage('database', { status: 503, count: 1 })
    const away = await answerFrom(opened)
    expect([away.status, wordsOf(away.text)]).toEqual([503, expect.stringContaining('Idris Kemble')])
    expect(wordsOf(away.text)).toContain(representative)
    const page = await follow(await send('/api/consents', { ...valuesIn(away.text), ...yes, go: 'send' }))
    expect(titleOf(page.text)).toMatch(/^You said yes/)
  })
})

describe('a yes that is taken back', () => {
  it('is taken back by one button, and everyone is told', async () => {
    const question = await askedIn(portal)
    const given = await follow(await answerFrom(await openLink(question)))
    const page = await follow(await withdrawFrom(given, { 'go-on-alone': 'yes' }))
    expect(titleOf(page.text)).toMatch(/^You have taken back your yes/)
    expect(await consentIn(portal, question)).toMatchObject({
      state: 'withdrawn',
      go_on_alone: 'yes',
      answer: 'yes',
    })
    await portal.runSchedule('send-mail')
    const about = (words: string) =>
      portal.waitForMail(
        ({ subject, text }) => subject.includes(question.reference) && text?.includes(words) === true,
      )
    await about('You have taken back your yes')
    await about('does not want you to complain for them any more')
    await about('Stop sharing with the representative now')
  })

  it('needs no answer about going on alone', async () => {
    const question = await askedIn(portal)
    await withdrawFrom(await follow(await answerFrom(await openLink(question))))
    expect(await consentIn(portal, question)).toMatchObject({ state: 'withdrawn', go_on_alone: null })
  })
})

describe('the letter to print', () => {
  it('says the reference and the code, and keeps to the question', async () => {
    const question = await askedIn(portal)
    const { status, text } = await follow(await get(question.letter))
    expect(status).toBe(200)
    for (const said of [question.reference, question.code, representative, 'Bins and recycling'])
      expect(wordsOf(text)).toContain(said)
    expect(text).not.toMatch(/not emptied|Zofia|Idris/)
  })

  it('leads to what was answered, once it is', async () => {
    const question = await askedIn(portal)
    await answerFrom(await openLink(question), { 'consent-answer': 'no' })
    expect(titleOf((await follow(await get(question.letter))).text)).toMatch(/^You said no/)
  })

  it('is the blank one for nobody in particular', async () => {
    expect((await get('/consent/letter/')).headers.get('location')).toBe('/consent/paper/')
    expect((await get('/consent/letter/?k=x')).status).toBe(410)
  })
})

describe('the schedule', () => {
  it('reminds who has not answered, by the same link', async () => {
    const question = await askedIn(portal)
    await portal.runSchedule('send-mail')
    await letDaysPass(portal, question, 7)
    await portal.runSchedule('remind-consents')
    await portal.runSchedule('remind-consents')
    await portal.runSchedule('send-mail')
    const mail = await portal.waitForMail(
      ({ subject }) => subject.startsWith('We would still like') && subject.includes(question.reference),
    )
    expect(mail.text).toContain(question.link)
    expect(mail.text).toContain(question.code)
    const all = (await portal.mails()).filter(({ subject }) => subject === mail.subject)
    expect(all).toHaveLength(1)
  })
})
