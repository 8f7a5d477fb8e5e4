import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { outbox } from '../../src/adapters/outbox.ts'
import type { DueMessage, Recipient, Template } from '../../src/complaints/letters/ports.ts'
import { compose } from '../../src/complaints/send-mail.ts'
import { submission } from '../../src/complaints/submit.ts'
import { council } from '../../src/council/council.ts'
import { wording } from '../form/journeys.ts'
import { databases, type Database } from '../support/databases.ts'
import { madeUp, sent } from './made-up.ts'

/** Everything that the record holds of a complaint for someone else, each fact by a word that is nowhere else. */
const facts = {
  // What the representative wrote, of themself and of the person.
  'who the representative is': 'Zbigniew Lis',
  'how to reach the representative': 'zbigniew@example.org',
  'the representative’s own reference': 'FILE-0193',
  'what happened': 'Weathervane',
  'who the person is': 'Halina Wrona',
  'where the person lives': 'Quayside',
  'how to reach the person': 'halina@example.org',
  'what the person needs': 'Afternoons',
  'what a file is called': 'Diary-page.jpg',
  // What the person said.
  'what the person signed with': 'H. Wrona-Signed',
  'who helped the person': 'Interpreter-Rosa',
  'how the person wants to be reached': 'Mornings-only',
  'what the person added': 'Bruises',
  // What strangers sent.
  'what a stranger added': 'Strangewords',
  'who the stranger is': 'Unknown Caller',
  // What the team wrote.
  'who looks into it': 'Investigator-Bo',
  'why the reply is late': 'Hospitalised',
  'what was decided': 'Dehydration',
  'what was learned': 'Understaffed',
  'how the team understands it': 'Dehydrated twice',
  'what is put right': 'Water-jugs',
  'why it is not taken on': 'Inquest-held',
  'why they may not act': 'Papers-lacking',
} as const
type Fact = keyof typeof facts

const none: readonly Fact[] = []
const who: readonly Fact[] = ['who the representative is']
const progress: readonly Fact[] = ['who the representative is', 'who looks into it']
const own: readonly Fact[] = [
  'who the representative is',
  'how to reach the representative',
  'the representative’s own reference',
  'what happened',
  'who the person is',
  'where the person lives',
  'how to reach the person',
  'what the person needs',
]
const consented: readonly Fact[] = [
  'who the representative is',
  'who the person is',
  'what the person signed with',
  'who helped the person',
]

/**
 * Who may read which fact in which letter while somebody acts for another and nobody has confirmed that they may.
 *
 * A new template has no line here, and then this does not compile: say who gets it, and what it may tell them.
 */
const mayTell: Readonly<Record<Template, Partial<Record<Recipient, readonly Fact[]>>>> = {
  // What they wrote themselves, played back: nothing else.
  acknowledgement: { representative: own },
  receipt: { representative: own },
  'report-receipt': { representative: own },
  thanks: { representative: own },
  // The team and, where there is a risk, the safeguarding team get what was sent.
  'new-submission': { 'complaints-team': own },
  'became-a-complaint': { 'complaints-team': own },
  'risk-of-harm': { safeguarding: own },
  // What came later goes to the team; whoever sent it is told that it came. A stranger’s words are not sent to an
  // address that anybody may have typed.
  'addition-received': { representative: who },
  'addition-unmatched': { sender: none },
  'contact-changed': { 'former-address': none },
  'new-addition': { 'complaints-team': ['what the person added'] },
  'review-acknowledgement': { representative: who },
  'review-receipt': { representative: who },
  'new-review': { 'complaints-team': none },
  withdrawn: { representative: who },
  'complaint-withdrawn': { 'complaints-team': none },
  'taken-up': { representative: who },
  'complaint-taken-up': { 'complaints-team': none },
  'survey-invitation': { representative: who },
  // That a file was not safe: to whoever sent it, without a name where anybody may have typed the address.
  'file-not-safe': { representative: [...who, 'what a file is called'], sender: none },
  'file-kept-back': { 'complaints-team': none },
  // The person: who asks, and about which service. Not a word of what was written about them.
  'consent-request': { affected: ['who the representative is', 'who the person is'] },
  'consent-reminder': { affected: ['who the representative is', 'who the person is'] },
  'consent-copy': { affected: consented },
  // The representative: that there was an answer, by the name they gave themselves. Not how, with whom, or what else.
  'consent-answered': { representative: ['who the representative is', 'who the person is'] },
  'consent-to-team': { 'complaints-team': [...consented, 'how the person wants to be reached'] },
  // What the team writes at its desk: how far it is and whom to ask, never what was found. See desk/who-is-told-what.
  acknowledged: { representative: progress },
  'handler-changed': { representative: progress },
  extended: { representative: progress },
  replied: { representative: who },
  'next-stage': { representative: progress },
  'not-taken-on': { representative: who },
  // Nobody is told that they may act before it is so.
  'authority-accepted': {},
  'authority-refused': {
    representative: ['who the representative is', 'who the person is', 'why they may not act'],
  },
}

/** Letters that are written only while the question is open. */
const whileAsked: readonly Template[] = ['consent-request', 'consent-reminder']
const lines = Object.entries(mayTell).flatMap(([template, readers]) =>
  Object.entries(readers).map(
    ([recipient, told]) => [template as Template, recipient as Recipient, told] as const,
  ),
)

let db: Database
let ids: Record<'complaint' | 'affected' | 'writer' | 'consent', string>
const additions = { person: '', stranger: '', own: '', contact: '' }
let withdrawal: string

beforeAll(async () => {
  db = await databases()[0]!.open()
  const made = submission(
    sent({
      'for-whom': 'someone-else',
      relationship: 'advocate',
      organisation: 'Northmere Advocacy',
      'own-reference': facts['the representative’s own reference'],
      'person-name': facts['who the person is'],
      'person-address': facts['where the person lives'],
      'person-age': 'adult',
      'person-agrees': 'not-sure',
      'ask-route': 'email',
      'person-email': facts['how to reach the person'],
      'person-needs': facts['what the person needs'],
      'what-happened': facts['what happened'],
      name: facts['who the representative is'],
      email: facts['how to reach the representative'],
    }),
  )
  await db.as('portal', 'select api.submit_complaint($1::jsonb)', [JSON.stringify(made)])
  const [row] = await db.query<typeof ids>(`
    select c.id as complaint, s.id as consent, s.affected_id as affected, s.representative_id as writer
    from heard.complaints c join heard.consents s on s.complaint_id = c.id`)
  ids = row!
  await db.query(
    `update heard.stages set investigator = $1, investigator_role = 'Officer', extended_to = respond_by + 10,
       extension_reason = $2, decision = 'upheld', outcome_description = $3, learning = $4, remedy = $5`,
    [
      facts['who looks into it'],
      facts['why the reply is late'],
      facts['what was decided'],
      facts['what was learned'],
      facts['what is put right'],
    ],
  )
  await db.query(
    `insert into heard.points (complaint_id, stage_number, number, text, ours) values ($1, 1, 1, $2, true)`,
    [ids.complaint, facts['how the team understands it']],
  )
  await db.query(
    `update heard.complaints
     set acceptance = 'refused', refused_because = 'court', refusal_reason = $1, refused_on = current_date`,
    [facts['why it is not taken on']],
  )
  additions.person = await anAddition('more', ids.affected, facts['what the person added'])
  additions.own = await anAddition('more', ids.writer, 'Own words')
  additions.contact = await anAddition('contact', ids.writer, 'Own words', { email: 'former@example.org' })
  additions.stranger = await anAddition('more', null, facts['what a stranger added'])
  for (const [column, of] of [
    ['complaint_id', ids.complaint],
    ['addition_id', additions.stranger],
  ] as const)
    await db.query(
      `insert into heard.files (
         id, size, type, key_proof, checked_at, ${column}, place, name, key, sent_at, infected_at
       )
       values (gen_random_uuid(), 1, 'image/jpeg', repeat('0', 64), now(), $1, 1, $2, repeat('k', 43), now(), now())`,
      [of, facts['what a file is called']],
    )
  const [kept] = await db.query<{ id: string }>(
    `insert into heard.withdrawals (complaint_id, person_id, stage_number, withdrawn_at, withdrawn_on, take_up_by)
     values ($1, $2, 1, now(), current_date, current_date + 14) returning id`,
    [ids.complaint, ids.writer],
  )
  withdrawal = kept!.id
  // What a survey is answered with, once a complaint is closed.
  await db.query(
    `insert into heard.access_keys (id, complaint_id, person_id, purpose, code_proof, link_proof)
     values (gen_random_uuid(), $1, $2, 'survey', $3, $4)`,
    [ids.complaint, ids.writer, 'c'.repeat(43), 's'.repeat(43)],
  )
}, 120_000)
afterAll(() => db.close())

async function anAddition(kind: string, person: string | null, text: string, from?: object): Promise<string> {
  const [row] = await db.query<{ id: string }>(
    `insert into heard.additions (
       submission_id, complaint_id, person_id, verified, kind, reference, sender_name, sender_email, changed_from,
       language, form_version, received_at, received_on, answers, transcript
     )
     values (gen_random_uuid(), $1::uuid, $2::uuid, $1::uuid is not null, $3, '7KM-2RX-9TC', $4, $5, $6, 'en', 'add-1', now(), current_date, '{}', $7)
     returning id`,
    [
      person ? ids.complaint : null,
      person,
      kind,
      person ? null : facts['who the stranger is'],
      person ? null : 'caller@example.org',
      from ? JSON.stringify(from) : null,
      JSON.stringify([{ id: 'more', question: 'What would you like to add?', answer: [text] }]),
    ],
  )
  return row!.id
}

/** What each letter is about, besides the complaint. */
function aboutWhat(template: Template, recipient: Recipient) {
  const isConsent = template.startsWith('consent-')
  const addition =
    recipient === 'sender'
      ? additions.stranger
      : template === 'new-addition'
        ? additions.person
        : template === 'contact-changed'
          ? additions.contact
          : /^(addition|review)-/.test(template)
            ? additions.own
            : null
  return {
    complaint: recipient === 'sender' ? null : ids.complaint,
    consent: isConsent ? ids.consent : null,
    addition,
    withdrawal: /withdrawn|taken-up/.test(template) ? withdrawal : null,
  }
}

/** The letter as it leaves: out of the outbox of the database, written by the one that writes them all. */
async function letter(template: Template, recipient: Recipient): Promise<string> {
  const about = aboutWhat(template, recipient)
  await db.query('delete from heard.outgoing_messages')
  await db.query(
    `insert into heard.outgoing_messages (
       complaint_id, stage_number, consent_id, addition_id, withdrawal_id, template, recipient, language
     )
     values ($1, $2, $3, $4, $5, $6, $7, 'en')`,
    [
      about.complaint,
      about.complaint ? 1 : null,
      about.consent,
      about.addition,
      about.withdrawal,
      template,
      recipient,
    ],
  )
  const waiting = outbox(async <Answer>() => {
    const rows = await db.as<{ row: unknown }>('mailer', 'select api.claim_messages(10, 60) as row')
    return rows.map(({ row }) => row) as Answer
  })
  const [due] = (await waiting.claimMessages(10, 60)) as [DueMessage]
  const mail = compose(due, { council, wordingIn: () => wording, ...madeUp })
  if (!mail) throw new Error(`${template} to ${recipient} is no letter.`)
  return `${mail.subject}\n${mail.text}\n${mail.html}`
}

const toldIn = (text: string): readonly Fact[] =>
  (Object.keys(facts) as Fact[]).filter((fact) => text.includes(facts[fact]))

const inOrder = (told: readonly Fact[]) =>
  (Object.keys(facts) as Fact[]).filter((fact) => told.includes(fact))

describe.each([
  ['the person has not answered', `answer = null`],
  [
    'somebody has said yes and nobody has checked it',
    `answer = 'yes', answered_at = now(), answered_by = 'link', may_act = true, may_receive = true, may_see = true,
     claimed_at = now(), typed_name = '${facts['what the person signed with']}',
     helper = '${facts['who helped the person']}', reach = '${facts['how the person wants to be reached']}',
     shown_version = 'v', shown_language = 'en'`,
  ],
])('while %s', (state, times) => {
  beforeAll(() => db.query(`update heard.consents set ${times}`))
  const answered = !state.includes('not answered')

  it.each(
    lines.filter(([template]) =>
      template.startsWith('consent-') ? answered !== whileAsked.includes(template) : true,
    ),
  )('the letter %s to the %s tells nothing but what it may', async (template, recipient, told) => {
    if (template === 'authority-refused') await refuseAuthority(true)
    expect(toldIn(await letter(template, recipient))).toEqual(inOrder(told))
    if (template === 'authority-refused') await refuseAuthority(false)
  })
})

/** That the team does not accept the representative, or has not said so. */
const refuseAuthority = (refused: boolean) =>
  db.query(
    `update heard.authorities set refused_at = case when $1 then now() end,
       refused_by = case when $1 then 'Team' end, refusal_reason = case when $1 then $2 end`,
    [refused, facts['why they may not act']],
  )

it('no letter to the representative has a word that the person or the team wrote', () => {
  // What their own file is called is theirs too, and is said where it was not safe. Of what the team wrote, they are
  // told whom to ask, and the reasons why they may not act.
  const theirs: readonly Fact[] = [
    ...own,
    'what a file is called',
    'who looks into it',
    'why they may not act',
  ]
  const others = (Object.keys(facts) as Fact[]).filter((fact) => !theirs.includes(fact))
  for (const [template, recipient, told] of lines)
    if (recipient === 'representative') for (const fact of others) expect(told, template).not.toContain(fact)
})

it('no letter to the person has a word of what was written about them, nor how to reach who wrote it', () => {
  for (const [template, recipient, told] of lines)
    if (recipient === 'affected')
      for (const fact of own.slice(1))
        if (fact !== 'who the person is') expect(told, template).not.toContain(fact)
})
