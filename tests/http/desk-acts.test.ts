import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { council } from '../../src/council/council.ts'
import { nameOf } from '../../src/desk/act.ts'
import { allActs } from '../../src/desk/acts/all-acts.ts'
import { exportPerson } from '../../src/desk/acts/keeping.ts'
import { whoMayDoWhat } from '../database/who-may-do-what.ts'
import { acknowledged, byAnAdvocate, byPhone, replied } from '../support/desk-forms.ts'
import { atWork, type AtWork, type DeskSeen } from '../support/desk.ts'
import { startPortal, type Portal } from '../support/portal.ts'

type Row = Record<string, unknown>

const words = JSON.parse(readFileSync('content/desk/en.json', 'utf8')) as {
  acts: Record<string, { done: string }>
}

/** A day so many days from today, as the three boxes of a question hold it. */
function day(question: string, inDays: number): Record<string, string> {
  const [year, month, date] = new Date(Date.now() + inDays * 86_400_000).toISOString().slice(0, 10).split('-')
  return { [`${question}-day`]: date!, [`${question}-month`]: month!, [`${question}-year`]: year! }
}

describe('the forms of the desk', () => {
  let portal: Portal
  let desk: AtWork
  beforeAll(async () => {
    portal = await startPortal()
    desk = await atWork(portal)
  })
  afterAll(() => portal.stop())

  const referenceIn = (seen: DeskSeen) => /[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}/.exec(seen.text)![0]
  const recorded = async (change: Record<string, string> = {}, fields: Record<string, string> = byPhone) =>
    referenceIn(await desk.act('record', null, { ...fields, ...change }))
  const offered = async (reference: string) =>
    (await desk.go(`case:${reference}`)).page
      .querySelectorAll('.desk-acts button')
      .map((button) => button.getAttribute('value')!.split(':')[1])
  const row = async (reference: string, what: string) =>
    (
      await portal.sql<Row>(
        `select ${what} from heard.complaints c left join heard.stages s on s.complaint_id = c.id
         left join heard.authorities a on a.complaint_id = c.id
         where c.reference = '${reference}' order by s.number desc limit 1`,
      )
    )[0]!
  const letterTo = (email: string, reference: string, words: RegExp) =>
    portal.waitForMail(
      ({ to, subject, text }) =>
        to.includes(email) && `${subject} ${text}`.includes(reference) && words.test(text ?? ''),
    )
  async function done(act: string, reference: string | null, fields: Record<string, string>) {
    const seen = await desk.act(act, reference, fields)
    expect([seen.status, seen.text], act).toEqual([200, expect.stringContaining(words.acts[act]!.done)])
    return seen
  }
  const answered = async () => {
    const reference = await recorded()
    await done('acknowledge', reference, acknowledged)
    await done('reply', reference, replied)
    return reference
  }

  it('are one for each function of the API that does something', () => {
    const functions = whoMayDoWhat()['staff']!.functions
    const acts = functions.flatMap((name) => /^api\.desk_(\w+)\(jsonb\)$/.exec(name)?.[1] ?? [])
    expect([...new Set([...allActs, exportPerson].map(nameOf))].sort()).toEqual(acts.sort())
  })

  it('record: how it came as reports count it, and an enquiry of an MP apart, however it came', async () => {
    const form = await desk.go('act:record')
    const ways = form.page
      .querySelectorAll('input[name=desk-channel]')
      .map((way) => way.getAttribute('value'))
    const counted = council.categories.channels.map(({ id }) => id)
    expect(ways).toEqual(counted.filter((id) => id !== 'web' && id !== 'mp'))
    const byPost = await recorded({ 'desk-channel': 'post' })
    expect((await row(byPost, 'c.channel'))['channel']).toBe('post')
    const ofAnMp = await recorded({ relationship: 'mp' }, byAnAdvocate)
    expect((await row(ofAnMp, 'c.channel'))['channel']).toBe('mp')
  })

  it('acknowledge: every point, whose it is, who handles it, and the day that council.json counts', async () => {
    const reference = await recorded()
    const form = await desk.go(`act:acknowledge:${reference}`)
    expect(form.text).toMatch(/The letter will say that we reply by \w+ \d/)
    expect(form.page.querySelector('#desk-outcome')?.text).toContain('Please empty it.')
    expect(form.page.querySelector('[name=desk-reply-by-day]')).toBeNull()
    await done('acknowledge', reference, acknowledged)
    const points = await portal.sql<Row>(
      `select p.text, p.ours, p.whose from heard.points p join heard.complaints c on c.id = p.complaint_id
       where c.reference = '${reference}' order by number`,
    )
    expect(points).toEqual([
      { text: 'The bin was not emptied.', ours: true, whose: null },
      { text: 'Nobody rang back.', ours: true, whose: null },
      { text: 'The lane is not swept', ours: false, whose: 'Northmere Highways' },
    ])
    const letter = await letterTo('lukasz@example.org', reference, /Bo Quill/)
    for (const word of ['Nobody rang back.', 'Northmere Highways', '01632 960123'])
      expect(letter.text).toContain(word)
  })

  it('asks for the day to reply by where the law leaves it to be agreed', async () => {
    const reference = await recorded({ service: 'adult-social-care' })
    const form = await desk.go(`act:acknowledge:${reference}`)
    expect(form.text).toMatch(/Agree a day.* The law allows until/)
    await done('acknowledge', reference, { ...acknowledged, ...day('desk-reply-by', 25) })
    expect((await row(reference, 's.respond_by is not null as agreed'))['agreed']).toBe(true)
  })

  it.each([
    ['acknowledge', { 'desk-points-ours': ' ' }, 'Write at least one point'],
    ['acknowledge', { 'desk-points-ours': 'x\n'.repeat(51) }, 'Write 50 points at most'],
    ['acknowledge', { 'desk-points-ours': 'x'.repeat(2001) }, 'Make each point shorter'],
    ['acknowledge', { 'desk-handler-name': '' }, 'Write who handles it'],
    ['acknowledge', { 'desk-handler-email': 'bo at home' }, 'Check the email address'],
    ['assign', { 'desk-handler-name': 'Bo', 'desk-handler-role': '' }, 'Write their role'],
    [
      'extend',
      { ...day('desk-until', 300), 'desk-extension-reason': 'More' },
      'no later than the procedure allows',
    ],
    [
      'extend',
      { ...day('desk-until', 1), 'desk-extension-reason': 'More' },
      'Choose a later day than we promised',
    ],
    [
      'extend',
      { 'desk-until-year': '2026', 'desk-until-month': '12', 'desk-until-day': '' },
      'Say the day, the month and the year',
    ],
    ['refuse', { 'desk-refusal': 'court', 'desk-explanation': '' }, 'Explain the reason to the person'],
    [
      'join-group',
      { 'desk-group-with': 'no reference', 'desk-group-about': 'Bins' },
      'One of these is no reference of ours',
    ],
  ])('%s with %j goes on with what to mend, and keeps what was typed', async (act, fields, words) => {
    waiting ??= await recorded()
    const seen = await desk.act(act, waiting, { ...(act === 'acknowledge' ? acknowledged : {}), ...fields })
    expect(seen.status).toBe(422)
    expect(seen.page.querySelector('title')?.text).toMatch(/^Error:/)
    expect(seen.text).toContain(words)
    for (const [name, typed] of Object.entries(fields)) {
      const field = seen.page.querySelector(`[name="${name}"]`)!
      if (field.getAttribute('type') !== 'radio')
        expect((field.getAttribute('value') ?? field.text).trim()).toBe(typed.trim())
    }
  })
  let waiting: string | undefined

  it('assign: a new name is told to whoever knew another', async () => {
    const reference = await recorded()
    await done('acknowledge', reference, acknowledged)
    await done('assign', reference, { 'desk-handler-name': 'Ada Moor', 'desk-handler-role': 'Waste Manager' })
    expect((await letterTo('lukasz@example.org', reference, /Ada Moor/)).text).toContain('Waste Manager')
  })

  it('extend: the reason and the new day go in a letter', async () => {
    const reference = await recorded()
    expect((await desk.go(`act:extend:${reference}`)).text).toMatch(
      /We promised a reply by .* The latest day allowed is/,
    )
    const [{ until }] = (await portal.sql<{ until: string }>(
      `select to_char(s.respond_by + 1, 'YYYY-MM-DD') as until from heard.stages s
       join heard.complaints c on c.id = s.complaint_id where c.reference = '${reference}'`,
    )) as [{ until: string }]
    const [year, month, date] = until.split('-')
    await done('extend', reference, {
      'desk-until-day': date!,
      'desk-until-month': month!,
      'desk-until-year': year!,
      'desk-extension-reason': 'The crew’s record comes on Tuesday.',
    })
    await letterTo('lukasz@example.org', reference, /comes on Tuesday/)
  })

  it('reply: offered once there are points, answers each, says what is done, and can close', async () => {
    const reference = await recorded()
    expect(await offered(reference)).not.toContain('reply')
    await done('acknowledge', reference, acknowledged)
    const half = await desk.act('reply', reference, { ...replied, 'desk-action-1': 'A second round' })
    expect(half.status).toBe(422)
    for (const words of [
      'Choose what kind action 1 is',
      'Write who does action 1',
      'Say by when action 1 is done',
    ])
      expect(half.text).toContain(words)
    const open = await desk.act('reply', reference, { ...replied, 'desk-decision-on-2': '' })
    expect(open.text).toContain('Choose a decision on point 2')
    await done('reply', reference, {
      ...replied,
      'desk-action-1': 'A second round',
      'desk-action-kind-1': 'change-service',
      'desk-action-owner-1': 'Waste team',
      ...day('desk-action-by-1', 40),
      'desk-theme': 'delay',
      'desk-learning': 'Rounds that fail are done again.',
      'desk-learning-kind': 'service-quality',
      'desk-close': 'yes',
    })
    const letter = await letterTo('lukasz@example.org', reference, /could not pass/)
    for (const word of [
      'We asked the crew.',
      'We rang on Friday.',
      'A second round',
      'Waste team',
      'Rounds that fail',
    ])
      expect(letter.text).toContain(word)
    await letterTo('lukasz@example.org', reference, /survey/)
    expect(await row(reference, `c.theme, s.decision, c.closed_at is not null as closed`)).toEqual({
      theme: 'delay',
      decision: 'partly-upheld',
      closed: true,
    })
    for (const act of ['acknowledge', 'assign', 'extend', 'reply', 'close', 'refuse'])
      expect(await offered(reference)).not.toContain(act)
    // The case says what was promised, by whom and by when.
    expect((await desk.go(`case:${reference}`)).text).toMatch(/A second round, Waste team, [\w ]+ \d{4}/)
  })

  it('close: what is answered, and nothing before', async () => {
    const reference = await answered()
    await done('close', reference, {})
    expect((await row(reference, 'c.closed_at is not null as closed'))['closed']).toBe(true)
    expect(await offered(await recorded())).not.toContain('close')
  })

  it('next stage: from the day they asked, with the clocks of council.json', async () => {
    const reference = await answered()
    expect((await desk.go(`act:next-stage:${reference}`)).text).toContain('This begins: Stage 2.')
    const early = await desk.act('next-stage', reference, day('desk-asked-on', -3))
    expect(early.text).toContain('This day is before our reply')
    await done('next-stage', reference, { ...day('desk-asked-on', 0), 'desk-reasons': 'You missed a point.' })
    expect(await row(reference, 's.number, s.stage, s.request_reasons')).toEqual({
      number: 2,
      stage: 'stage-2',
      request_reasons: 'You missed a point.',
    })
    const same = await desk.act('assign', reference, {
      'desk-handler-name': 'Bo Quill',
      'desk-handler-role': 'Manager',
    })
    expect(same.text).toContain('Somebody else must decide this one')
  })

  it('refuse: with the reason and the Ombudsman, and it is closed', async () => {
    const reference = await recorded()
    await done('refuse', reference, {
      'desk-refusal': 'already-decided',
      'desk-explanation': 'We answered in May.',
    })
    expect((await letterTo('lukasz@example.org', reference, /answered in May/)).text).toMatch(/Ombudsman/)
    expect(await row(reference, 'c.refusal_kind, c.closed_at is not null as closed')).toEqual({
      refusal_kind: 'answered-before',
      closed: true,
    })
  })

  it('who acts: refused with the reason, then accepted with what was seen', async () => {
    const reference = await recorded({}, byAnAdvocate)
    expect(await offered(reference)).toEqual(
      expect.arrayContaining(['confirm-authority', 'refuse-authority']),
    )
    await done('refuse-authority', reference, { 'desk-refused-because': 'The order has lapsed.' })
    await letterTo('zbigniew@example.org', reference, /order has lapsed/)
    await done('confirm-authority', reference, { 'desk-seen': 'original', 'desk-may': 'receive' })
    expect(await row(reference, 'a.seen_how, a.refused_at')).toEqual({
      seen_how: 'original',
      refused_at: null,
    })
    expect(await offered(reference)).not.toContain('confirm-authority')
  })

  it('consent: what the person signed is written down, and then confirmed', async () => {
    const reference = await recorded({}, byAnAdvocate)
    const unsigned = { 'desk-consent-by': 'paper', 'desk-consent-answer': 'yes', 'desk-consent-may': 'act' }
    const seen = await desk.act('record-consent', reference, { ...unsigned, 'desk-consent-sure': 'not-yet' })
    expect(seen.text).toContain('Write the name they signed with')
    await done('record-consent', reference, {
      ...unsigned,
      'desk-consent-sure': 'not-yet',
      'desk-consent-name': 'Halina Wrona',
    })
    await done('confirm-consent', reference, { 'desk-consent-checked': 'team-checked' })
    const [state] = await portal.sql<Row>(
      `select heard.consent_state(s) as state from heard.consents s join heard.complaints c on c.id = s.complaint_id
       where c.reference = '${reference}'`,
    )
    expect(state).toEqual({ state: 'confirmed' })
  })

  it('groups: several complaints are joined, and one is taken out', async () => {
    const [one, two] = [await recorded(), await recorded()]
    const joined = await done('join-group', one, {
      'desk-group-with': ` ${two.toLowerCase()}\n`,
      'desk-group-about': 'The lane that is shut',
    })
    expect(joined.text).toContain(two)
    await done('leave-group', two, {})
    expect((await row(two, 'c.group_id'))['group_id']).toBeNull()
    expect(await offered(two)).not.toContain('leave-group')
  })

  it('what came without a code is put to its complaint', async () => {
    const reference = await recorded()
    const submission_id = randomUUID()
    await portal.sql(
      `insert into heard.additions (submission_id, verified, kind, reference, sender_name, language, form_version,
         received_at, received_on, answers, transcript)
       values ('${submission_id}', false, 'more', '${reference}', 'Łukasz', 'en', 'add-1', now(), heard.today(), '{}', '[]')`,
    )
    const [{ id }] = (await portal.sql<{ id: string }>(
      `select id from heard.additions where submission_id = '${submission_id}'`,
    )) as [{ id: string }]
    const wrong = await desk.act('match-addition', id, { 'desk-belongs-to': 'the lane' })
    expect(wrong.text).toContain('This is no reference of ours')
    await done('match-addition', id, { 'desk-belongs-to': reference })
    const [matched] = await portal.sql<Row>(
      `select c.reference from heard.additions a join heard.complaints c on c.id = a.complaint_id where a.id = '${id}'`,
    )
    expect(matched).toEqual({ reference })
  })

  it('a letter on paper is marked as posted', async () => {
    const reference = await recorded({ 'reply-route': 'post', address: '1 Quay Street\nNorthmere' })
    await done('acknowledge', reference, acknowledged)
    const [{ id }] = (await portal.sql<{ id: string }>(
      `select m.id from heard.outgoing_messages m join heard.complaints c on c.id = m.complaint_id
       where c.reference = '${reference}' and m.template = 'acknowledged' and m.last_failure = 'to-print'`,
    )) as [{ id: string }]
    const shown = await desk.go(`letter:${id}`)
    expect(shown.text).toContain('1 Quay Street')
    await done('printed', id, {})
    const [posted] = await portal.sql<Row>(
      `select printed_at is not null as posted from heard.outgoing_messages where id = '${id}'`,
    )
    expect(posted).toEqual({ posted: true })
  })

  it('a task that was seen to is settled', async () => {
    const [task] = await portal.sql<{ id: string }>(
      `insert into heard.team_tasks (kind) values ('hook-not-sent') returning id`,
    )
    await done('settle-task', task!.id, {})
    const [kept] = await portal.sql<Row>(
      `select settled_at is not null as settled from heard.team_tasks where id = '${task!.id}'`,
    )
    expect(kept).toEqual({ settled: true })
  })

  it('a case is held, so that nothing of it can be erased, and let go again', async () => {
    const reference = await answered()
    await done('close', reference, {})
    const held = await done('hold', reference, { 'desk-hold-reason': 'It is at court.' })
    expect(held.text).toContain('This case is on hold')
    expect(await offered(reference)).not.toContain('erase')
    await done('release', reference, { 'desk-release-reason': 'The court has decided.' })
    expect(await offered(reference)).toEqual(expect.arrayContaining(['hold', 'erase']))
  })

  it('erase: one person, then the whole case, each only with its reference typed', async () => {
    const reference = await recorded({}, byAnAdvocate)
    expect(await offered(reference)).not.toContain('erase')
    await done('refuse', reference, { 'desk-refusal': 'court', 'desk-explanation': 'It is at court.' })
    const unsure = await desk.act('erase', reference, {
      'desk-erase-what': 'complaint',
      'desk-erase-sure': 'yes',
    })
    expect(unsure.text).toContain('This is not the reference of this case')
    await done('erase', reference, { 'desk-erase-what': 'affected', 'desk-erase-sure': reference })
    const [left] = await portal.sql<Row>(
      `select string_agg(p.name, ', ' order by p.role) as names from heard.people p
       join heard.complaints c on c.id = p.complaint_id where c.reference = '${reference}'`,
    )
    expect(left).toEqual({ names: '-, Zbigniew Lis' })
    await done('erase', reference, {
      'desk-erase-what': 'complaint',
      'desk-erase-sure': reference.toLowerCase(),
    })
    expect((await desk.go('find', { reference })).text).toContain('No complaint has this reference')
  })

  it('change details: how somebody is reached, which an old address hears of, and what they need', async () => {
    const email = 'jo@example.org'
    const reference = await recorded({ email })
    const form = await desk.go(`act:change-complainant:${reference}`)
    expect(form.page.querySelector('#email')?.getAttribute('value')).toBe(email)
    await done('change-complainant', reference, { 'addition-kind': 'contact', email: 'new-jo@example.org' })
    await letterTo('new-jo@example.org', reference, /reach you/)
    await letterTo(email, reference, /changed/)
    const needs = { 'addition-kind': 'needs', adjustments: 'interpreter' }
    const unsaid = await desk.act('change-complainant', reference, needs)
    expect(unsaid.status).toBe(422)
    await done('change-complainant', reference, { ...needs, 'interpreter-language': 'Polish' })
    expect((await desk.go(`case:${reference}`)).text).toMatch(/What they need.*Polish.*At a glance/)
    const people = await portal.sql<Row>(
      `select p.email, p.adjustments from heard.people p join heard.complaints c on c.id = p.complaint_id
       where c.reference = '${reference}'`,
    )
    expect(people).toEqual([{ email: 'new-jo@example.org', adjustments: ['interpreter'] }])
  })

  it('change details: of one of two people, whose letters to post go by email once there is an address', async () => {
    const email = 'zbig@example.org'
    const reference = await recorded({ email, adjustments: 'large-print' }, byAnAdvocate)
    const contact = (fields: Record<string, string>) =>
      done('change-representative', reference, { 'addition-kind': 'contact', ...fields })
    await contact({ 'reply-route': 'post', address: '2 Quay Street\nNorthmere' })
    await letterTo(email, reference, /changed/)
    const [letter] = await portal.sql<{ id: string }>(
      `select m.id from heard.outgoing_messages m join heard.complaints c on c.id = m.complaint_id
       where c.reference = '${reference}' and m.template = 'addition-received' and m.last_failure = 'to-print'`,
    )
    expect((await desk.go(`letter:${letter!.id}`)).text).toContain('2 Quay Street')

    await done('acknowledge', reference, acknowledged)
    const seen = await contact({ 'reply-route': 'email', email: 'zbig-new@example.org' })
    expect(seen.text).toMatch(/Whose details.*Who acts for them/)
    await letterTo('zbig-new@example.org', reference, /Bo Quill/)
    expect((await desk.go('list:to-print:1')).text).not.toContain(reference)
    const form = await desk.go(`act:change-representative:${reference}`)
    expect(form.page.querySelector('[name=adjustments][value=large-print]')?.hasAttribute('checked')).toBe(
      true,
    )
  })

  it('change details: whom it is about is asked again at the new address, and the old link stops', async () => {
    const asked = {
      'person-agrees': 'not-sure',
      'ask-route': 'email',
      'person-email': 'wrong-box@example.org',
    }
    const reference = await recorded({ ...asked, email: 'asker@example.org' }, byAnAdvocate)
    const linkIn = async (email: string) => {
      const { text = '' } = await letterTo(email, reference, /consent\/open/)
      return /http\S+\/consent\/open\/\?k=\S+/.exec(text)![0]
    }
    const old = await linkIn('wrong-box@example.org')
    await done('change-affected', reference, {
      'addition-kind': 'contact',
      'reply-route': 'email',
      email: 'right-box@example.org',
    })
    const statusOf = async (link: string) => (await fetch(link, { redirect: 'follow' })).status
    expect(await statusOf(old)).toBe(410)
    expect(await statusOf(await linkIn('right-box@example.org'))).toBe(200)
  })

  it('what came without a code is erased', async () => {
    const [added] = await portal.sql<{ id: string }>(
      `insert into heard.additions (submission_id, verified, kind, language, form_version, received_at, received_on,
         answers, transcript)
       values (gen_random_uuid(), false, 'more', 'en', 'add-1', now(), heard.today(), '{}', '[]') returning id`,
    )
    await done('erase-addition', added!.id, {})
    expect(await portal.sql(`select from heard.additions where id = '${added!.id}'`)).toEqual([])
  })

  it('what is kept about a person comes as a file that they can read', async () => {
    const reference = await recorded({ name: 'Petra Holm', email: 'petra@example.org' })
    const { answer } = await desk.act('export-person', null, { 'desk-person-email': 'petra@example.org' })
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; .*what-we-hold\.json/)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const copy = await answer.text()
    for (const word of ['Petra Holm', reference, 'Our bin was not emptied.']) expect(copy).toContain(word)
    const nobody = await desk.act('export-person', null, {})
    expect(nobody.text).toContain('Write a reference, an email address, a phone number or a name')
    const typo = await desk.act('export-person', null, { 'desk-person-reference': 'the lane' })
    expect(typo.text).toContain('This is no reference of ours')
  })

  it('junk: said, and taken back', async () => {
    const reference = await recorded()
    await done('junk', reference, {})
    expect(await offered(reference)).not.toContain('junk')
    await done('not-junk', reference, {})
    expect(await row(reference, 'heard.is_junk(c.id) as junk')).toEqual({ junk: false })
  })

  it('what was done meanwhile by somebody else is said, and nothing is lost of what was written', async () => {
    const reference = await answered()
    const form = await desk.go(`act:next-stage:${reference}`)
    await done('next-stage', reference, day('desk-asked-on', 0))
    const late = await desk.go(`do:next-stage:${reference}`, {
      act: form.page.querySelector('input[name=act]')!.getAttribute('value')!,
      ...day('desk-asked-on', 0),
      'desk-reasons': 'Words of mine to keep.',
    })
    expect(late.text).toContain('Words of mine to keep.')
    expect(await row(reference, 's.number')).toEqual({ number: 2 })
  })

  it('log nothing of what was written', () => {
    expect(portal.log()).not.toMatch(/Quill|O’Neill|Wrona|Petra|lorry|lapsed|Words of mine/)
  })
})
