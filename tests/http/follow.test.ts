import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aReference } from '../database/a-submission.ts'
import { dayInWords } from '../../src/words/dates.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { complained, grantOn, opened, postTo, replied, type Complained } from './followed.ts'
import { titleOf, valuesIn, wordsOf, wrongFieldsOn } from './page.ts'
import { ask, post, sent } from './post.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

const change = (complaint: Complained, what: string) =>
  portal.sql(
    `update heard.stages s set ${what} from heard.complaints c
     where c.id = s.complaint_id and c.reference = '${complaint.reference}'`,
  )
const inDays = async (days: number): Promise<string> => {
  const [row] = await portal.sql<{ day: string }>(
    `select ((now() at time zone 'Europe/London')::date + ${days})::text as day`,
  )
  return dayInWords(row!.day, 'en')
}

describe('a complaint’s own page', () => {
  it('opens by reference and code as people type them, and by its link, and is the same page', async () => {
    const complaint = await complained(portal)
    const typed = {
      ...complaint,
      reference: ` ${complaint.reference.toLowerCase().replaceAll('-', ' ')}`,
      code: complaint.code.toLowerCase(),
    }
    const byCode = await opened(portal, typed)
    const first = await ask(portal.url + complaint.link)
    expect(first.status).toBe(303)
    const byLink = await ask(portal.url + first.headers.get('location'))
    for (const page of [byCode, byLink]) {
      expect(page.status).toBe(200)
      expect(titleOf(page.text)).toMatch(`Your complaint ${complaint.reference}`)
      expect(wordsOf(page.text)).toContain('Bins and recycling')
    }
    const bare = (html: string) => html.replace(/eyJ[\w.-]+/g, 'grant')
    expect(bare(byLink.text)).toBe(bare(byCode.text))
  })

  it('is the same however often it is loaded, and loading it changes nothing', async () => {
    const complaint = await complained(portal)
    const events = `select count(*) from heard.audit_events where event not like 'message-%'`
    const before = await portal.sql(events)
    const address = (await ask(portal.url + complaint.link)).headers.get('location') ?? ''
    const one = await ask(portal.url + address)
    for (const method of ['GET', 'HEAD', 'GET']) await ask(portal.url + complaint.link, { method })
    expect((await ask(portal.url + address)).text).toBe(one.text)
    expect(await portal.sql(events)).toEqual(before)
  })

  it('holds no word of the complaint and no name, and is kept by nobody', async () => {
    const page = await opened(portal, await complained(portal))
    expect(page.text).not.toMatch(/Zofia|Nowak|zofia@|three weeks|Empty it/)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(page.headers.get('x-robots-tag')).toBe('noindex')
  })

  it('says the stage, the day of the reply, who deals with it, what was sent and whom to ask', async () => {
    const complaint = await complained(portal)
    const words = wordsOf((await opened(portal, complaint)).text)
    expect(words).toContain('You will get our full reply by')
    expect(words).toContain('Stage 1')
    expect(words).toContain('A manager in the service')
    expect(words).toContain('We told you that we are looking into your complaint.')
    expect(words).toContain('01632 960100')
    expect(words).toContain('Local Government and Social Care Ombudsman')
  })

  it('says that a reply is late and that we are sorry; a longer time, and why; and the day of the reply', async () => {
    const complaint = await complained(portal)
    const now = async () => wordsOf((await opened(portal, complaint)).text)
    await change(
      complaint,
      `requested_on = now()::date - 9, acknowledge_by = null, acknowledged_on = null, respond_by = now()::date - 2`,
    )
    expect(await now()).toContain('We are sorry that we are late')
    await change(complaint, `extended_to = now()::date + 5, extension_reason = 'We wait for a report.'`)
    expect(await now()).toContain(`You will get our full reply by ${await inDays(5)}`)
    expect(await now()).toContain('We wait for a report.')
    await change(complaint, `responded_on = now()::date`)
    expect(await now()).toContain(`We replied to your complaint on ${await inDays(0)}`)
  })

  it('says who waits to be acknowledged by when, where an email could not do it', async () => {
    const complaint = await complained(portal, { 'reply-route': 'phone', phone: '01632 960001' })
    const words = wordsOf((await opened(portal, complaint)).text)
    expect(words).toContain('We will tell you who is dealing with it by')
    expect(words).toContain('Nothing has been sent by email yet.')
  })

  it('of a report says that it is one, and how to make it a complaint', async () => {
    const { text } = await ask(
      portal.url +
        (await post(portal.url, sent({ 'told-before': 'no', 'first-report': 'put-right' }))).headers.get(
          'location',
        ),
    )
    const [, reference = ''] = /class="reference"[^>]*>([^<]+)</.exec(text) ?? []
    const [, code = ''] = /class="code"[^>]*>([^<]+)</.exec(text) ?? []
    const page = await opened(portal, { reference, code, link: '' })
    expect(titleOf(page.text)).toMatch(`What you told us ${reference}`)
    expect(page.text).toContain('href="/make-it-a-complaint/"')
    expect(wordsOf(page.text)).not.toMatch(/Stage|Take your complaint back|ask us to look again/)
  })

  it('asks for a reference and a code where the address is too old, forged, or a link that opens nothing', async () => {
    for (const query of ['t=x', 't=', 'k=x', `k=${'a'.repeat(27)}`]) {
      const gone = await ask(`${portal.url}/follow/open/?${query}`)
      expect(gone.status).toBe(410)
      expect(Object.keys(valuesIn(gone.text))).toEqual(expect.arrayContaining(['reference', 'code']))
    }
    const bare = await ask(`${portal.url}/follow/open/`)
    expect([bare.status, bare.headers.get('location')]).toEqual([303, '/follow/'])
  })
})

describe('a reference and a code', () => {
  const tried = (reference: string, code: string) =>
    postTo(portal, '/api/follow', { go: 'open', reference, code })

  it('come back with what is to mend, and with what was typed', async () => {
    for (const [fields, wrong] of [
      [
        ['', ''],
        ['reference', 'code'],
      ],
      [
        ['7KM', 'no code'],
        ['reference', 'code'],
      ],
      [[aReference(), '7KM2-RX9T-CCFH'], ['code']],
    ] as const) {
      const page = await tried(fields[0], fields[1])
      expect(page.status).toBe(422)
      expect(titleOf(page.text)).toMatch(/^Error: /)
      expect(wrongFieldsOn(page.text)).toEqual(wrong)
      expect(valuesIn(page.text)).toMatchObject({ reference: fields[0], code: fields[1] })
    }
  })

  it('get the same answer, byte for byte, whether the reference exists or not', async () => {
    const { reference } = await complained(portal)
    const other = aReference()
    for (let time = 0; time < 21; time += 1) {
      const [real, none] = [await tried(reference, '7KM2-RX9T-CCFH'), await tried(other, '7KM2-RX9T-CCFH')]
      expect(real.text.replaceAll(reference, other)).toBe(none.text)
      expect(real.status).toBe(none.status)
      expect([...real.headers.keys()]).toEqual([...none.headers.keys()])
      expect(real.status).toBe(time < 20 ? 422 : 429)
    }
  })
})

describe('what somebody wrote', () => {
  const show = async (complaint: Complained, known: string) => {
    const page = await opened(portal, complaint)
    return postTo(portal, '/api/follow', { go: 'words', grant: grantOn(page), 'known-by': known })
  }

  it.each(['Zofia Nowak', 'zofia nowak', ' ZOFIA  NOWAK ', 'Zófia-Nówak'])(
    'is shown to whoever gives their name, typed as %s',
    async (typed) => {
      const page = await show(await complained(portal), typed)
      expect(page.status).toBe(200)
      expect(wordsOf(page.text)).toContain('Our bin was not emptied three weeks running.')
    },
  )

  it('is shown to whoever gives the postcode of the address', async () => {
    const post = { 'reply-route': 'post', name: 'Mabel Thorne', address: '9 Ferry Row\nNorthmere\nNM2 4ZZ' }
    const complaint = await complained(portal, post)
    expect((await show(complaint, 'nm24zz')).status).toBe(200)
    expect((await show(complaint, 'NM2')).status).toBe(422)
  })

  it('is shown to nobody else, and the try is counted', async () => {
    const complaint = await complained(portal)
    const grant = grantOn(await opened(portal, complaint))
    const give = (typed: string) => postTo(portal, '/api/follow', { go: 'words', grant, 'known-by': typed })
    for (const typed of ['', ' ', 'Nowak', 'zofia@example.org', '%', '-']) {
      const page = await give(typed)
      expect(page.status).toBe(422)
      expect(wrongFieldsOn(page.text)).toEqual(['known-by'])
      expect(page.text).not.toContain('three weeks')
    }
    for (let time = 0; time < 16; time += 1) await give('Somebody Else')
    const page = await give('Zofia Nowak')
    expect(page.status).toBe(429)
    expect(page.text).not.toContain('three weeks')
  })

  it('is shown to nobody where no name was given', async () => {
    const complaint = await complained(portal, { 'reply-route': 'anonymous' })
    const page = await opened(portal, complaint)
    expect(wordsOf(page.text)).toContain('You did not give us a name')
    expect(valuesIn(page.text)).not.toHaveProperty('known-by')
    expect((await show(complaint, '')).text).not.toContain('three weeks')
  })

  it('stands in no address, and asks for the code again after an hour', async () => {
    const page = await show(await complained(portal), 'Zofia Nowak')
    expect(page.headers.get('location')).toBeNull()
    const old = await postTo(portal, '/api/follow', { go: 'words', grant: 'old', 'known-by': 'Zofia Nowak' })
    expect([old.status, old.text.includes('three weeks')]).toEqual([410, false])
  })
})

describe('withdrawing', () => {
  const press = async (complaint: Complained, ...steps: string[]) => {
    const grant = grantOn(await opened(portal, complaint))
    let answer = await postTo(portal, '/api/follow', { go: steps[0]!, grant })
    for (const go of steps.slice(1)) answer = await postTo(portal, '/api/follow', { go, grant })
    return answer
  }
  const now = async (complaint: Complained) => wordsOf((await opened(portal, complaint)).text)

  it('asks first, and nothing has happened by then', async () => {
    const complaint = await complained(portal)
    const page = await press(complaint, 'withdraw')
    expect([page.status, titleOf(page.text)]).toEqual([200, expect.stringMatching(/^Do you want to take/)])
    expect(wordsOf(page.text)).toContain('10 working days')
    expect(await now(complaint)).toContain('We are looking into your complaint.')
  })

  it('says so on the page, in a letter to the person and in one to the team; and back again', async () => {
    const complaint = await complained(portal)
    const before = await now(complaint)
    expect((await press(complaint, 'withdraw', 'confirm-withdraw')).status).toBe(303)
    expect(await now(complaint)).toMatch(
      /You took your complaint back on .* take your complaint up again until/,
    )
    const letter = await portal.waitForMail(
      ({ subject }) => subject === `You have taken your complaint back: ${complaint.reference}`,
    )
    expect(letter.to).toEqual(['zofia@example.org'])
    expect(letter.text).toContain('take it up again until')
    await portal.waitForMail(({ subject }) => subject === `Complaint withdrawn: ${complaint.reference}`)

    await press(complaint, 'take-up')
    await portal.waitForMail(({ subject }) => subject === `Complaint taken up again: ${complaint.reference}`)
    const promise = /You will get our full reply by [^.]+/.exec(before)?.[0]
    expect(await now(complaint)).toContain(promise)
  })

  it('is offered while a reply is due, and not once it has come', async () => {
    const complaint = await complained(portal)
    await replied(portal, complaint)
    expect(await now(complaint)).not.toContain('Take your complaint back')
    expect((await press(complaint, 'withdraw', 'confirm-withdraw')).status).toBe(303)
    expect(await now(complaint)).toContain('We replied to your complaint')
  })

  it('has no way back on the page once its days are over', async () => {
    const complaint = await complained(portal)
    await press(complaint, 'confirm-withdraw')
    await portal.sql(
      `update heard.withdrawals set withdrawn_on = withdrawn_on - 30, take_up_by = withdrawn_on - 16
       where complaint_id = (select id from heard.complaints where reference = '${complaint.reference}')`,
    )
    expect(await now(complaint)).toContain('If you want us to look into it after all, ring')
    await press(complaint, 'take-up')
    expect(await now(complaint)).not.toContain('We are looking into')
  })
})

describe('the database away', () => {
  it('is said plainly, with what was typed and whom to ring (503)', async () => {
    const complaint = await complained(portal)
    const grant = grantOn(await opened(portal, complaint))
    const { reference, code } = complaint
    await portal.outage('database', { status: 500, count: 3 })
    const typed = await postTo(portal, '/api/follow', { go: 'open', reference, code })
    const pressed = await postTo(portal, '/api/follow', { go: 'withdraw', grant })
    const loaded = await ask(`${portal.url}/follow/open/?t=${grant}`)
    for (const page of [typed, pressed, loaded]) {
      expect(page.status).toBe(503)
      expect(titleOf(page.text)).toMatch(/^Error: /)
      expect(wordsOf(page.text)).toContain('01632 960100')
    }
    expect(valuesIn(typed.text)).toMatchObject({ reference, code })
  })
})
