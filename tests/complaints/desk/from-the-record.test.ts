import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asMessage, type MessageRow } from '../../../src/adapters/outbox.ts'
import { letterOf } from '../../../src/complaints/send-mail.ts'
import { plainText } from '../../../src/complaints/letters/letter.ts'
import { submission } from '../../../src/complaints/submit.ts'
import { council } from '../../../src/council/council.ts'
import { dayInWords } from '../../../src/words/dates.ts'
import { addStaff } from '../../database/a-member-of-staff.ts'
import { aReference, submit, type Submission } from '../../database/a-submission.ts'
import { acknowledgement, aComplaint, act, handler, inDays, promise, reply } from '../../database/an-act.ts'
import { wording } from '../../form/journeys.ts'
import { databases, type Database } from '../../support/databases.ts'
import { madeUp, sent } from '../made-up.ts'

/** The letters that an officer's acts queue, as the record gives what they are written from. */
let db: Database
beforeAll(async () => {
  db = await databases()[0]!.open()
  await addStaff(db)
}, 120_000)
afterAll(() => db.close())

async function letter(reference: string, template: string): Promise<string> {
  const [row] = await db.query<{ row: MessageRow }>(
    `select heard.letter(m)::jsonb || heard.letter_beside(m) as row
     from heard.outgoing_messages m join heard.complaints c on c.id = m.complaint_id
     where c.reference = $1 and m.template = $2`,
    [reference, template],
  )
  const written = row && letterOf(asMessage(row.row), { council, wordingIn: () => wording, ...madeUp })
  if (!written) throw new Error(`${template} is no letter.`)
  return plainText(written.letter, written.language)
}

const day = async (days: number) => dayInWords(await inDays(db, days), 'en')

it('a case that is worked to its end tells the person each thing that was written for them', async () => {
  const reference = await aComplaint(db)
  await promise(db, reference)
  await act(db, 'acknowledge', { reference, ...acknowledgement })
  const acknowledged = await letter(reference, 'acknowledged')
  for (const word of [
    reference,
    ...acknowledgement.points.flatMap(({ text, whose }) => [text, ...(whose ? [whose] : [])]),
    acknowledgement.outcome,
    handler.name,
    handler.role,
    handler.phone,
    await day(10),
  ])
    expect(acknowledged).toContain(word)

  await act(db, 'assign', { reference, handler: { name: 'Ada Moor', role: 'Waste Manager' } })
  expect(await letter(reference, 'handler-changed')).toContain('Ada Moor')

  await act(db, 'extend', {
    reference,
    reason: 'The crew’s record comes on Tuesday.',
    until: await inDays(db, 15),
    latest: await inDays(db, 20),
  })
  const extended = await letter(reference, 'extended')
  for (const word of ['The crew’s record comes on Tuesday.', await day(10), await day(15)])
    expect(extended).toContain(word)

  await act(db, 'reply', { reference, ...reply })
  const replied = await letter(reference, 'replied')
  for (const word of [
    reply.investigated,
    ...reply.points.map(({ answer }) => answer),
    'Upheld: we agree with you.',
    'Your complaint is upheld.',
    reply.apology,
    reply.outcome_description,
    reply.remedy,
    reply.learning,
    ...reply.actions.flatMap(({ action, by }) => [action, dayInWords(by, 'en')]),
    'you can ask for Stage 2',
    'Ask us by',
  ])
    expect(replied).toContain(word)

  await act(db, 'next_stage', {
    reference,
    requested_on: await inDays(db, 0),
    stage: {
      number: 2,
      id: 'stage-2',
      acknowledge_by: await inDays(db, 7),
      respond_by: await inDays(db, 30),
    },
  })
  const next = await letter(reference, 'next-stage')
  for (const word of ['Stage 2', await day(0), await day(7), await day(30)]) expect(next).toContain(word)
})

it('a complaint that is not taken on says why, and where else to go', async () => {
  const reference = await aComplaint(db)
  await act(db, 'refuse', {
    reference,
    reason: 'other-route',
    explanation: 'The fine has an appeal of its own.',
    where_else: 'The tribunal that the notice names.',
  })
  const refused = await letter(reference, 'not-taken-on')
  for (const word of [
    'such as an appeal',
    'The fine has an appeal of its own.',
    'The tribunal that the notice',
  ])
    expect(refused).toContain(word)
})

/** A complaint by a friend for Halina, whom nobody has asked yet. */
async function forHalina(): Promise<string> {
  const made = submission(
    sent(
      {
        'for-whom': 'someone-else',
        relationship: 'advocate',
        'person-name': 'Halina Wrona',
        'person-age': 'adult',
        'person-agrees': 'not-sure',
        'ask-route': 'talk-first',
        name: 'Zbigniew Lis',
        email: 'zbigniew@example.org',
      },
      { submissionId: randomUUID(), newId: () => randomUUID() },
    ),
  )
  const { reference } = await submit(db, { ...made, references: [aReference()] } as unknown as Submission)
  await promise(db, reference)
  return reference
}

it('somebody who acts for another hears that they may, and a reply that waited comes whole', async () => {
  const reference = await forHalina()
  await act(db, 'acknowledge', { reference, ...acknowledgement })
  expect(await letter(reference, 'acknowledged')).not.toContain(acknowledgement.points[0]!.text)
  await act(db, 'reply', { reference, ...reply })
  await act(db, 'confirm_authority', {
    reference,
    how: 'original',
    details: 'Seen at the desk.',
    may: ['act', 'receive', 'see'],
  })
  expect(await letter(reference, 'authority-accepted')).toContain('You may act for Halina Wrona')
  expect(await letter(reference, 'replied')).toContain(reply.outcome_description)
})

it('somebody who may not act for another hears why', async () => {
  const reference = await forHalina()
  await act(db, 'refuse_authority', { reference, reason: 'The order has lapsed.' })
  const refused = await letter(reference, 'authority-refused')
  for (const word of ['act for Halina Wrona', 'The order has lapsed.']) expect(refused).toContain(word)
})
