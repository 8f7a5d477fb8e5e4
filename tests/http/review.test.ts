import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPortal, type Portal } from '../support/portal.ts'
import {
  afterwards,
  complained,
  grantOn,
  opened,
  postTo,
  replied,
  sendTo,
  type Complained,
} from './followed.ts'
import { titleOf, valuesIn, wordsOf, wrongFieldsOn } from './page.ts'
import type { Posted } from './post.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

const ask = (fields: Posted, submission?: string) => sendTo(portal, '/api/reviews', fields, submission)
const why: Posted = { 'review-reasons': 'You did not ask my neighbours.' }
const stagesOf = ({ reference }: Complained) =>
  portal.sql<{ stage: string; reasons: string | null; late: string | null }>(
    `select s.stage, s.request_reasons as reasons, s.request_late_reason as late
     from heard.stages s join heard.complaints c on c.id = s.complaint_id
     where c.reference = '${reference}' order by s.number`,
  )

describe('asking for a review from the complaint’s own page', () => {
  it('says which stage it is, who looks at it and by when to ask', async () => {
    const complaint = await complained(portal)
    await replied(portal, complaint)
    const page = await opened(portal, complaint)
    expect(wordsOf(page.text)).toMatch(/you can ask for Stage 2\. A senior manager .* Ask us by/)
    const form = await postTo(portal, '/api/reviews', { grant: grantOn(page) })
    expect(wordsOf(form.text)).toContain('This asks for Stage 2.')
    expect(Object.keys(valuesIn(form.text))).not.toEqual(expect.arrayContaining(['reference']))
    expect(form.text).not.toContain('name="review-late"')
  })

  it('begins the next stage, with its own clock and a letter that acknowledges it, and needs no reasons', async () => {
    const complaint = await complained(portal)
    await replied(portal, complaint)
    const grant = grantOn(await opened(portal, complaint))
    const page = await afterwards(portal, await ask({ grant }))
    expect(titleOf(page.text)).toMatch(/^We will look again/)
    expect(wordsOf(page.text)).toMatch(/at Stage 2 now.*You will get our reply by .* at the latest/)
    expect(await stagesOf(complaint)).toMatchObject([
      { stage: 'stage-1' },
      { stage: 'stage-2', reasons: null },
    ])
    const mail = await portal.waitForMail(
      ({ subject }) => subject === `We will look again: ${complaint.reference}`,
    )
    expect(mail.text).toContain('This email is our acknowledgement.')
    expect(mail.text).toMatch(/reply by .* at the latest/)
    const team = await portal.waitForMail(
      ({ subject }) => subject === `Stage 2 asked for: ${complaint.reference}`,
    )
    expect(team.text).toContain('They gave no reasons.')
    expect(wordsOf((await opened(portal, complaint)).text)).toContain('Stage 2')
  })

  it('after the day to ask says so, asks why, and takes it all the same', async () => {
    const complaint = await complained(portal)
    await replied(portal, complaint, 60)
    const page = await opened(portal, complaint)
    expect(wordsOf(page.text)).toContain('You can still ask.')
    const grant = grantOn(page)
    const form = await postTo(portal, '/api/reviews', { grant })
    expect(form.text).toContain('name="review-late"')
    await afterwards(portal, await ask({ grant, 'review-late': 'I was in hospital.' }))
    expect((await stagesOf(complaint))[1]).toMatchObject({ stage: 'stage-2', late: 'I was in hospital.' })
  })

  it('before the reply says that it is too early, and adds what was written to the complaint', async () => {
    const complaint = await complained(portal)
    const page = await opened(portal, complaint)
    expect(wordsOf(page.text)).toContain('When you have our reply, you can ask us to look again.')
    const grant = grantOn(page)
    const form = await postTo(portal, '/api/reviews', { grant })
    expect(wordsOf(form.text)).toContain('We have not replied to your complaint yet')
    const after = await afterwards(portal, await ask({ grant, ...why }))
    expect(titleOf(after.text)).toMatch(/^We have what you sent/)
    expect(await stagesOf(complaint)).toHaveLength(1)
    const team = await portal.waitForMail(
      ({ subject }) => subject === `Something was added to ${complaint.reference}`,
    )
    expect(team.text).toContain('You did not ask my neighbours.')
  })

  it('where the procedure has no further stage leads to the ombudsman', async () => {
    const complaint = await complained(portal, { service: 'adult-social-care' })
    await replied(portal, complaint)
    const page = await opened(portal, complaint)
    expect(wordsOf(page.text)).toContain('We have finished with this complaint.')
    expect(page.text).toContain('href="/still-unhappy/"')
    const form = await postTo(portal, '/api/reviews', { grant: grantOn(page) })
    expect(wordsOf(form.text)).toContain('We have no further stage for this complaint.')
  })

  it('is a receipt where the team acknowledges, with the day for that', async () => {
    const complaint = await complained(portal, { service: 'council-homes' })
    await replied(portal, complaint)
    const grant = grantOn(await opened(portal, complaint))
    const page = await afterwards(portal, await ask({ grant, ...why }))
    expect(wordsOf(page.text)).toContain('We will tell you who is dealing with it by')
    expect(wordsOf(page.text)).toContain('Housing Ombudsman')
    const mail = await portal.waitForMail(({ subject }) =>
      subject.startsWith('We have your request to look again'),
    )
    expect(mail.text).not.toContain('our acknowledgement')
    expect(mail.text).toContain('We will acknowledge it by')
  })

  it('twice begins one stage', async () => {
    const complaint = await complained(portal)
    await replied(portal, complaint)
    const grant = grantOn(await opened(portal, complaint))
    const id = crypto.randomUUID()
    const [first, again] = [await ask({ grant, ...why }, id), await ask({ grant, ...why }, id)]
    for (const answer of [first, again])
      expect(titleOf((await afterwards(portal, answer)).text)).toMatch(/^We will look again/)
    expect(await stagesOf(complaint)).toHaveLength(2)
  })

  it('keeps every word when the page was open too long, or the database is away', async () => {
    const old = await ask({ grant: 'too-old', ...why })
    expect([old.status, wrongFieldsOn(old.text)]).toEqual([422, ['reference']])
    expect(valuesIn(old.text)).toMatchObject(why)
    const grant = grantOn(await opened(portal, await complained(portal)))
    await portal.outage('database', { status: 500, count: 2 })
    const away = await ask({ grant, ...why })
    expect(away.status).toBe(503)
    expect(valuesIn(away.text)).toMatchObject({ ...why, grant })
  })
})

describe('asking for a review by reference', () => {
  it('and code is the same', async () => {
    const complaint = await complained(portal)
    await replied(portal, complaint)
    const { reference, code } = complaint
    await afterwards(portal, await ask({ reference, code, ...why }))
    expect(await stagesOf(complaint)).toHaveLength(2)
  })

  it('and a wrong code comes back with every word', async () => {
    const { reference } = await complained(portal)
    const form = await ask({ reference, code: '7KM2-RX9T-CCFH', ...why })
    expect([form.status, wrongFieldsOn(form.text)]).toEqual([422, ['code']])
    expect(valuesIn(form.text)).toMatchObject(why)
  })

  it('alone is taken for the team to match, and begins nothing', async () => {
    const complaint = await complained(portal)
    await replied(portal, complaint)
    const { reference } = complaint
    const page = await afterwards(portal, await ask({ reference, ...why }))
    expect(wordsOf(page.text)).toContain('we look for your complaint ourselves')
    expect(await stagesOf(complaint)).toHaveLength(1)
    const [row] = await portal.sql(
      `select verified, kind, reference from heard.additions order by received_at desc limit 1`,
    )
    expect(row).toEqual({ verified: false, kind: 'review', reference })
  })
})
