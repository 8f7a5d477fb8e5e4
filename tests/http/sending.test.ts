import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keptId } from '../../src/http/kept-id.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { fieldsIn, titleOf, valuesIn, wordsOf } from './page.ts'
import { aComplaint, ask, post, postForJson, referenceAfter, sent } from './post.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

const kept = (submission: unknown) =>
  portal.sql<{ reference: string; summary: string }>(
    `select reference, summary from heard.complaints where submission_id = '${keptId(String(submission))}'`,
  )
const stored = async () =>
  (await portal.sql<{ count: number }>('select count(*)::int from heard.complaints'))[0]?.count

describe('before Send', () => {
  it('nothing is stored: neither by the form again, nor by errors, nor by the page to check', async () => {
    const before = await stored()
    for (const go of ['', 'edit', 'check']) await post(portal.url, aComplaint({ go }))
    await post(portal.url, sent({ name: '' }))
    expect(await stored()).toBe(before)
  })

  it('the page to check carries every answer, a random id of its own and when it was shown', async () => {
    const fields = aComplaint({ adjustments: ['braille', 'audio'], go: 'check' })
    const pages = await Promise.all([post(portal.url, fields), post(portal.url, fields)])
    const [one, other] = pages.map(({ text }) => valuesIn(text)['submission'])
    expect(one).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(one).not.toBe(other)
    const carried = fieldsIn(pages[0]!.text).filter(([name]) => name !== 'submission' && name !== 'shown')
    const answers = aComplaint({ adjustments: ['braille', 'audio'] })
    expect(carried.sort()).toEqual(
      Object.entries(answers)
        .flatMap(([name, held]) => [held].flat().map((value) => [name, value]))
        .sort(),
    )
  })

  it('the page to check leads back to the whole form, filled in', async () => {
    const check = await post(portal.url, aComplaint({ go: 'check' }))
    const form = await post(portal.url, { ...valuesIn(check.text), go: 'edit' })
    expect(form.status).toBe(200)
    expect(valuesIn(form.text)).toMatchObject(aComplaint())
  })
})

describe('a submission', () => {
  it('leads to a page by an address that tells nothing', async () => {
    const answer = await post(portal.url, sent({ name: 'Telltale Name', 'what-happened': 'Telltale words.' }))
    const location = answer.headers.get('location') ?? ''
    expect(answer.status).toBe(303)
    expect(location).toMatch(/^\/complain\/sent\/\?t=[\w.-]+$/)
    const reference = await referenceAfter(portal.url, answer)
    const readable = location
      .split('.')
      .map((part) => Buffer.from(part, 'base64url').toString('latin1'))
      .join()
    for (const secret of [reference, reference.replaceAll('-', ''), 'Telltale', 'bins', 'zofia', '2026'])
      expect(location + readable).not.toContain(secret)
  })

  it('sent twice in a row is one complaint with one reference, and one letter to each', async () => {
    const fields = sent({ email: 'twice@example.org' })
    const references: string[] = []
    for (const answer of [await post(portal.url, fields), await post(portal.url, fields)])
      references.push(await referenceAfter(portal.url, answer))
    expect(new Set(references).size).toBe(1)
    expect(await kept(fields['submission'])).toMatchObject([{ reference: references[0] }])
    await portal.waitForMail(({ to }) => to.includes('twice@example.org'))
    await portal.runSchedule('send-mail')
    const about = (await portal.mails()).filter(({ subject }) => subject.includes(references[0]!))
    expect(about.map(({ to }) => to[0]).sort()).toEqual([
      'complaints@northmere.example.org',
      'twice@example.org',
    ])
  })

  it('sent eight times at once is one complaint with one reference, and one letter to each', async () => {
    const fields = sent({ email: 'at.once@example.org' })
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(portal.url, fields)))
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(303))
    const references = await Promise.all(answers.map((answer) => referenceAfter(portal.url, answer)))
    expect(new Set(references).size).toBe(1)
    expect(await kept(fields['submission'])).toHaveLength(1)
    await portal.waitForMail(({ to }) => to.includes('at.once@example.org'))
    await portal.runSchedule('send-mail')
    const about = (await portal.mails()).filter(({ subject }) => subject.includes(references[0]!))
    expect(about).toHaveLength(2)
  })

  it('sent again with other words stays as it was first, and the page says so', async () => {
    const fields = sent({ 'what-happened': 'The first words.' })
    const first = await post(portal.url, fields)
    const second = await post(portal.url, { ...fields, 'what-happened': 'Other words.' })
    const reference = await referenceAfter(portal.url, first)
    expect(await referenceAfter(portal.url, second)).toBe(reference)
    expect(await kept(fields['submission'])).toEqual([{ reference, summary: 'The first words.' }])
    const pages = await Promise.all(
      [first, second].map((answer) => ask(portal.url + answer.headers.get('location'))),
    )
    const [firstWords, secondWords] = pages.map(({ text }) => wordsOf(text))
    expect(secondWords).toContain('This had already reached us')
    expect(firstWords).not.toContain('This had already reached us')
    // It may come from somebody who has only the submission's id: nothing that opens the first one is given away.
    const code = /[256789CFHJKMPRTWX]{4}(-[256789CFHJKMPRTWX]{4}){2}/
    expect(firstWords).toMatch(code)
    expect(secondWords).not.toMatch(code)
  })

  it('is not found by whoever repeats what the record keeps of its id: they get a complaint of their own', async () => {
    const fields = sent()
    const first = await referenceAfter(portal.url, await post(portal.url, fields))
    expect(
      await portal.sql(
        `select from heard.complaints where submission_id = '${String(fields['submission'])}'`,
      ),
    ).toEqual([])
    const thief = await post(portal.url, { ...fields, submission: keptId(String(fields['submission'])) })
    expect(await referenceAfter(portal.url, thief)).not.toBe(first)
    expect(await referenceAfter(portal.url, await post(portal.url, fields))).toBe(first)
  })

  it('in the same words by two people is two complaints with two references', async () => {
    const answers = [await post(portal.url, sent()), await post(portal.url, sent())]
    const references = await Promise.all(answers.map((answer) => referenceAfter(portal.url, answer)))
    expect(new Set(references).size).toBe(2)
  })

  it('under an id in capitals is the same as in small letters', async () => {
    const fields = sent({}, crypto.randomUUID())
    await post(portal.url, fields)
    await post(portal.url, { ...fields, submission: String(fields['submission']).toUpperCase() })
    expect(await kept(fields['submission'])).toHaveLength(1)
  })

  it('takes what was written under a question that no longer applies, where it is kept, and only there', async () => {
    const leftOver = { kind: 'comment', 'your-comment': 'A bench would help.', 'what-happened': 'Left over.' }
    const check = await post(portal.url, aComplaint({ ...leftOver, go: 'check' }))
    expect(fieldsIn(check.text)).toContainEqual(['keep', 'what-happened'])
    for (const keep of ['what-happened', '']) {
      const fields = sent({ ...leftOver, keep })
      expect((await post(portal.url, fields)).status).toBe(303)
      const [row] = await portal.sql<{ answers: object }>(
        `select answers from heard.complaints where submission_id = '${keptId(String(fields['submission']))}'`,
      )
      expect('what-happened' in row!.answers).toBe(keep !== '')
    }
  })
})

describe('for a reader of JSON', () => {
  it('a submission is answered with the address of the next page', async () => {
    const { status, headers, text } = await postForJson(portal.url, sent())
    const { location } = JSON.parse(text) as { location: string }
    expect([status, headers.get('location')]).toEqual([201, location])
    expect(titleOf((await ask(portal.url + location)).text)).toContain('We have your complaint')
  })

  it('errors are codes and fields, and repeat nothing that was written', async () => {
    const { status, text } = await postForJson(portal.url, sent({ email: 'not.an.address', name: '' }))
    expect(status).toBe(422)
    expect(JSON.parse(text)).toEqual({
      errors: [
        { question: 'name', field: 'name', code: 'required' },
        { question: 'email', field: 'email', code: 'not-an-email' },
      ],
    })
  })

  it('a record that is away, with the place to wait, is named, and the same submission is taken later', async () => {
    const fields = sent()
    await portal.outage('database', { status: 503, count: 1000 })
    await portal.outage('blobs', { status: 503, count: 1000 })
    const away = await postForJson(portal.url, fields)
    await portal.outage('blobs', { status: 503, count: 0 })
    await portal.outage('database', { status: 503, count: 0 })
    expect([away.status, away.text]).toEqual([503, '{"refused":"unavailable"}'])
    expect((await postForJson(portal.url, fields)).status).toBe(201)
    expect(await kept(fields['submission'])).toHaveLength(1)
  })
})
