import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draftSeal } from '../../src/adapters/draft-seal.ts'
import { takeSnapshot } from '../../src/complaints/drafts/snapshot.ts'
import { complain } from '../../src/form/journeys/complain.ts'
import type { Secrets } from '../../src/local/secrets.ts'
import { around, wording } from '../form/journeys.ts'
import { missedBins } from '../support/journey-people.ts'
import { t } from '../support/journey-words.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { titleOf, valuesIn, wordsOf, wrongFieldsOn } from './page.ts'
import { aComplaint, ask, encoded, post, sent, type Answered, type Posted } from './post.ts'

let portal: Portal
let seal: ReturnType<typeof draftSeal>
beforeAll(async () => {
  portal = await startPortal()
  const secrets = JSON.parse(readFileSync(join(portal.data, 'secrets.json'), 'utf8')) as Secrets
  seal = draftSeal(secrets.heardSecret)
})
afterAll(() => portal.stop())

const drafts = (fields: Posted, headers: Record<string, string> = {}): Promise<Answered> =>
  ask(`${portal.url}/api/drafts`, { method: 'POST', body: encoded({ language: 'en', ...fields }), headers })

const codeOn = ({ text }: Answered): string => /id="draft"[^>]*>([^<]+)</.exec(text)?.[1]?.trim() ?? ''

const save = (fields: Posted, journey = 'complain') => drafts({ ...fields, save: journey })
const open = (code: string) => drafts({ 'draft-code': code, go: 'open' })
const openInJson = (code: string) =>
  drafts({ 'draft-code': code, go: 'open' }, { accept: 'application/json' })

const hashOf = (code: string) => createHash('sha256').update(seal.finder(code)).digest('hex')
const countOf = async (code: string) =>
  (await portal.sql(`select id from heard.drafts where finder_hash = '${hashOf(code)}'`)).length

const codeThatNeverWas = '668-JH2-W89-WKH-HW8-257-FF2'

describe('a form that is saved', () => {
  const unfinished = aComplaint({ email: 'zofia at home', 'happened-on-month': 'Augtember', name: '' })

  it('is kept as it stands, right or wrong, and given back whole', async () => {
    const saved = await save(unfinished)
    expect([saved.status, saved.headers.get('location')]).toEqual([200, null])
    expect(saved.text).not.toContain('zofia at home')
    const code = codeOn(saved)
    const opened = await open(code.toLowerCase().replaceAll('-', ' '))
    expect([opened.status, wrongFieldsOn(opened.text)]).toEqual([200, []])
    expect(valuesIn(opened.text)).toMatchObject({ ...unfinished, draft: code })
    const [before] = t('form.resumed.saved-at', { day: '\0', time: '' }).split('\0')
    expect(wordsOf(opened.text)).toContain(before)
    expect(opened.text).not.toContain(t('form.resumed.changed-here'))
  })

  it('takes its own place when it is saved again, through every page on the way', async () => {
    const code = codeOn(await save(unfinished))
    const opened = valuesIn((await open(code)).text)
    const wrong = await post(portal.url, { ...opened, go: 'check' })
    expect([wrong.status, valuesIn(wrong.text)['draft']]).toEqual([422, code])
    const mended = { ...valuesIn(wrong.text), ...aComplaint() }
    const check = await post(portal.url, { ...mended, go: 'check' })
    expect(valuesIn(check.text)['draft']).toBe(code)
    const again = await save({ ...valuesIn(check.text), name: 'Zofia Later' })
    expect(codeOn(again)).toBe(code)
    expect(await countOf(code)).toBe(1)
    expect(valuesIn((await open(code)).text)['name']).toBe('Zofia Later')
  })

  it('is no longer kept once it is sent, and stays where sending fails', async () => {
    const code = codeOn(await save(aComplaint()))
    // Where the record alone is away, it is sealed and brought in later: nothing fails.
    for (const part of ['database', 'blobs'] as const) await portal.outage(part, { status: 503, count: 20 })
    const failed = await post(portal.url, sent({ draft: code }))
    for (const part of ['database', 'blobs'] as const) await portal.outage(part, { status: 503, count: 0 })
    expect([failed.status, valuesIn(failed.text)['draft']]).toEqual([503, code])
    expect(await countOf(code)).toBe(1)
    const taken = await post(portal.url, sent({ draft: code }))
    expect([taken.status, taken.headers.get('location')?.includes(code)]).toEqual([303, false])
    expect(await countOf(code)).toBe(0)
  })

  it('can be one that adds to a complaint, or asks for review: it is asked for reference and code then', async () => {
    for (const [journey, fields, address] of [
      ['add', { 'addition-kind': 'more', 'addition-text': 'The bin is still there.' }, 'additions'],
      ['review', { 'review-reasons': 'Nobody rang the crew.' }, 'reviews'],
    ] as const) {
      const code = codeOn(await save(fields, journey))
      const opened = await open(code)
      expect(valuesIn(opened.text)).toMatchObject({ ...fields, reference: '', draft: code })
      expect(opened.text).toContain(`action="/api/${address}"`)
      const given = { ...valuesIn(opened.text), reference: '7KM-2RX-9TC' }
      const check = await ask(`${portal.url}/api/${address}`, {
        method: 'POST',
        body: encoded({ ...given, reference: 'RF6-96R-W5R', go: 'check' }),
      })
      const done = await ask(`${portal.url}/api/${address}`, {
        method: 'POST',
        body: encoded({ ...valuesIn(check.text), go: 'send' }),
      })
      expect([journey, done.status]).toEqual([journey, 303])
      await expect.poll(() => countOf(code), { timeout: 20_000 }).toBe(0)
    }
  })

  it('by two people at once, or by one twice, comes to one draft for each code', async () => {
    const codes = (await Promise.all([1, 2, 3].map(() => save(unfinished)))).map(codeOn)
    expect(new Set(codes).size).toBe(3)
    const [code] = codes
    const names = ['First', 'Second', 'Third']
    await Promise.all(names.map((name) => save({ ...unfinished, name, draft: code! })))
    expect(await countOf(code!)).toBe(1)
    expect(names).toContain(valuesIn((await open(code!)).text)['name'])
  })

  it('comes back with every word where the record is away', async () => {
    await portal.outage('database', { status: 503, count: 1 })
    const failed = await save(unfinished)
    expect(failed.status).toBe(503)
    expect(titleOf(failed.text)).toContain(t('form.not-saved.title'))
    expect(valuesIn(failed.text)).toMatchObject(unfinished)
  })

  it('that is longer than a draft may be is told so, and is not kept', async () => {
    const [before] = await portal.sql<{ count: number }>('select count(*)::int from heard.drafts')
    const answer = await save({ 'what-happened': 'a'.repeat(1_100_000) })
    expect(answer.status).toBe(413)
    expect(await portal.sql('select count(*)::int from heard.drafts')).toEqual([before])
  })

  it('of no journey that can be saved is no draft', async () => {
    for (const journey of ['survey', 'consent', '', '__proto__']) {
      const answer = await save({ name: 'Zofia' }, journey)
      expect([answer.status, codeOn(answer)]).toEqual([400, ''])
    }
  })
})

describe('what changed while a form was saved', () => {
  it('is said beside the question, and an answer to one that is asked no more is shown', async () => {
    const steps = complain.steps.map((step) => ({
      ...step,
      questions: step.questions.map((question) => {
        if (question.id === 'told-before') return { ...question, options: ['yes', 'no'] }
        // As if “outcome” had had another id then.
        return question
      }),
    }))
    const snapshot = JSON.parse(
      takeSnapshot(missedBins, { journey: { ...complain, steps }, around, wording }),
    ) as { asked: Record<string, readonly string[]> }
    snapshot.asked['wish'] = ['0', 'Your wish', 'A new <bin>']
    const code = 'P62-KRX-C62-925-T9W-WHR-865'
    const sealed = seal.close(code, JSON.stringify(snapshot))
    await portal.sql(`select api.save_draft(jsonb_build_object('finder', '${seal.finder(code)}', 'sealed', '${sealed}',
      'journey', 'complain', 'edition', 'en', 'kept_through', (now() + interval '9 days')::date::text,
      'file_ids', '[]'::jsonb)) as saved`)
    const { text } = await open(code)
    expect(wordsOf(text)).toContain(t('form.resumed.changed', { count: 1 }))
    expect(text.split(t('form.resumed.changed-here'))).toHaveLength(2)
    expect(text.indexOf(t('form.resumed.changed-here'))).toBeGreaterThan(text.indexOf('id="q-told-before"'))
    expect(text.indexOf(t('form.resumed.changed-here'))).toBeLessThan(
      text.indexOf('id="q-told-before-details"'),
    )
    expect(wordsOf(text)).toContain(t('form.resumed.gone', { question: 'Your wish', answer: 'A new <bin>' }))
    expect(JSON.parse((await openInJson(code)).text)).toMatchObject({
      page: '/complain/',
      draft: code,
      fields: missedBins,
      remarks: { 'told-before': t('form.resumed.changed-here') },
    })
  })
})

describe('a code that opens nothing', () => {
  const bare = ({ status, text }: Answered, code: string) => [status, text.replaceAll(code, '')]

  it('is answered alike: one that never was, one that is over, one that was sent, one that was deleted', async () => {
    const [over, used, deleted] = await Promise.all(
      [1, 2, 3].map(async () => codeOn(await save(aComplaint()))),
    )
    await portal.sql(
      `update heard.drafts set saved_at = now() - interval '29 days', kept_until = now() - interval '1 minute'
       where finder_hash = '${hashOf(over!)}' returning id`,
    )
    await post(portal.url, sent({ draft: used! }))
    expect((await drafts({ 'draft-code': deleted!, go: 'delete' })).status).toBe(200)
    expect(await countOf(deleted!)).toBe(0)
    const never = bare(await open(codeThatNeverWas), codeThatNeverWas)
    expect(never[0]).toBe(422)
    expect(never[1]).toContain(t('questions.draft-code.errors.opens-nothing'))
    for (const code of [over!, used!, deleted!]) expect(bare(await open(code), code)).toEqual(never)

    const gone = async (code: string) => bare(await drafts({ 'draft-code': code, go: 'delete' }), code)
    expect(await gone(deleted!)).toEqual(await gone(codeThatNeverWas))

    expect(await countOf(over!)).toBe(1)
    await portal.runSchedule('clean-up')
    expect(await countOf(over!)).toBe(0)
  })

  it.each([
    ['nothing', '', 'required'],
    ['a code with a slip in it', 'C98-5TC-HFW-W6M-J6W-J96-MPW', 'not-a-code'],
    ['a complaint’s code', '7KM2-RX9T-CCFH', 'not-a-code'],
  ])('is told what is wrong with it where it cannot be one: %s', async (_, code, wrong) => {
    const answer = await open(code)
    expect([answer.status, wrongFieldsOn(answer.text)]).toEqual([422, ['draft-code']])
    expect(wordsOf(answer.text)).toContain(t(`questions.draft-code.errors.${wrong}`))
  })

  it('is slowed at its own place, and a code elsewhere still opens', async () => {
    const [slowed, free] = await Promise.all([1, 2].map(async () => codeOn(await save(aComplaint()))))
    const place = hashOf(slowed!).slice(0, 4)
    await portal.sql(`insert into heard.wrong_draft_codes (place, in_hour, tries)
      values ('${place}', date_trunc('hour', now()), 20) returning place`)
    const answer = await open(slowed!)
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain(t('questions.draft-code.errors.too-many-tries'))
    expect((await open(free!)).status).toBe(hashOf(free!).startsWith(place) ? 422 : 200)
  })

  it('says that it is not the code where the record is away', async () => {
    await portal.outage('database', { status: 503, count: 1 })
    const answer = await open(codeThatNeverWas)
    expect([answer.status, wordsOf(answer.text).includes(t('resume.problem.lead'))]).toEqual([503, true])
  })
})

describe('a code by email', () => {
  const queued = () => portal.sql('select * from heard.outgoing_messages order by id')
  const mail = (code: string, to: string) => drafts({ draft: code, 'draft-email': to, go: 'mail' })

  it('goes at once, with the code and none of the answers, and is queued nowhere', async () => {
    const code = codeOn(await save(aComplaint({ 'what-happened': 'TELLTALE WORDS' })))
    const before = await queued()
    const answer = await mail(code, 'mine@example.org')
    expect([answer.status, codeOn(answer)]).toEqual([200, code])
    expect(wordsOf(answer.text)).toContain(t('resume.saved.mail.sent'))
    // It is there already: nothing was left for later.
    const [came, ...more] = (await portal.mails()).filter(({ to }) => to.includes('mine@example.org'))
    expect(more).toEqual([])
    expect(came?.text).toContain(code)
    expect(came?.text).toContain('/resume/')
    expect(`${came?.subject}`).not.toContain(code)
    expect(JSON.stringify(came)).not.toContain('TELLTALE')
    expect(JSON.stringify(came)).not.toContain('Zofia')
    expect(await queued()).toEqual(before)

    await mail(code, 'mine@example.org')
    const came2 = (await portal.mails()).filter(({ to }) => to.includes('mine@example.org'))
    expect(came2).toHaveLength(1)
    expect(codeOn(await mail(code, 'another@example.org'))).toBe(code)
    expect((await portal.mails()).filter(({ to }) => to.includes('another@example.org'))).toHaveLength(1)
  })

  it('that cannot go is said plainly, with the code still there', async () => {
    const code = codeOn(await save(aComplaint()))
    await portal.outage('mail', { status: 500, count: 5 })
    const answer = await mail(code, 'down@example.org')
    await portal.outage('mail', { status: 500, count: 0 })
    expect([answer.status, codeOn(answer)]).toEqual([503, code])
    expect(wordsOf(answer.text)).toContain(t('resume.saved.mail.failed'))
    expect(titleOf(answer.text)).toMatch(/^Error: /)
    await portal.runSchedule('send-mail')
    expect((await portal.mails()).filter(({ to }) => to.includes('down@example.org'))).toEqual([])
  })

  it('goes to no address that is none, and with no code that opens nothing', async () => {
    const code = codeOn(await save(aComplaint()))
    const wrong = await mail(code, 'mine')
    expect([wrong.status, codeOn(wrong), wrongFieldsOn(wrong.text)]).toEqual([422, code, ['draft-email']])
    const nothing = await mail(codeThatNeverWas, 'nobody@example.org')
    expect([nothing.status, codeOn(nothing)]).toEqual([422, ''])
    expect((await portal.mails()).filter(({ to }) => to.includes('nobody@example.org'))).toEqual([])
  })
})

it('a copy of the whole database, and everything logged, holds no code and no word of a draft', async () => {
  const code = codeOn(
    await save(aComplaint({ 'what-happened': 'UNREADABLE WORDS', email: 'unread@example.org' })),
  )
  await drafts({ draft: code, 'draft-email': 'unread-code@example.org', go: 'mail' })
  await open(code)
  const tables = await portal.sql<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'heard'`,
  )
  expect(tables.length).toBeGreaterThan(10)
  const plain = code.replaceAll('-', '')
  const marks = [code, plain, seal.finder(code), 'UNREADABLE', 'unread@', 'unread-code@', 'Zofia Nowak']
  const kept: string[] = [portal.log()]
  for (const { name } of tables)
    kept.push(
      JSON.stringify(
        await portal.sql(`select d::text as row, encode(d::text::bytea, 'escape') from heard.${name} d`),
      ),
    )
  const [draft] = await portal.sql<{ sealed: string }>(
    `select encode(sealed, 'base64') as sealed from heard.drafts where finder_hash = '${hashOf(code)}'`,
  )
  kept.push(Buffer.from(draft!.sealed, 'base64').toString('latin1'))
  // Zofia's own complaints, sent by the tests above, are in the record: in the draft, and beside it, are none.
  const drafted = kept.at(-1)! + JSON.stringify(await portal.sql('select * from heard.drafts'))
  for (const mark of marks) {
    expect(drafted, mark).not.toContain(mark)
    if (mark !== 'Zofia Nowak') for (const text of kept) expect(text.includes(mark), mark).toBe(false)
  }
})

describe('clearing', () => {
  const clear = (site: string | null, search = '') =>
    ask(`${portal.url}/clear/${search}`, { headers: site ? { 'sec-fetch-site': site } : {} })

  it('leads to a page that says what is left, and asks the browser to drop what it keeps', async () => {
    const cleared = await clear('same-origin', '?language=en&all=yes')
    expect([cleared.status, cleared.headers.get('location')]).toEqual([303, '/cleared/'])
    expect(cleared.headers.get('clear-site-data')).toBe('"cache", "storage"')
    expect(cleared.headers.get('cache-control')).toBe('no-store')
    // The script has forgotten the answers itself: what an advocate keeps on their device stays.
    expect((await clear('same-origin', '?language=en')).headers.get('clear-site-data')).toBe('"cache"')
    expect((await ask(`${portal.url}/cleared/`)).status).toBe(200)
  })

  it('asks nothing of a browser that another site sent here', async () => {
    for (const site of ['cross-site', 'same-site', 'none'])
      expect((await clear(site, '?all=yes')).headers.get('clear-site-data')).toBeNull()
  })
})
