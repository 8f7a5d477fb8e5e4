import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { submission } from '../../src/complaints/submit.ts'
import { sent } from '../complaints/made-up.ts'
import type { Database } from '../support/databases.ts'
import { addStaff } from './a-member-of-staff.ts'
import { aReference, refusalOf, submit, type Submission } from './a-submission.ts'
import {
  acknowledgement,
  aComplaint,
  act,
  deskFacts,
  deskLetters,
  inDays,
  promise,
  reply,
  wholeOf,
} from './an-act.ts'
import { onEveryDatabase } from './on-every-database.ts'

/** A complaint by an advocate for Halina, whom nobody has asked yet: the advocate wants to talk first. */
async function forSomebody(db: Database, change: Record<string, string> = {}): Promise<string> {
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
        ...change,
      },
      { submissionId: randomUUID(), newId: () => randomUUID() },
    ),
  )
  const { reference } = await submit(db, { ...made, references: [aReference()] } as unknown as Submission)
  await promise(db, reference)
  return reference
}

const paper = {
  how: 'original',
  details: 'The power of attorney, seen at the desk.',
  may: ['act', 'receive', 'see'],
}
const asked = { 'ask-route': 'email', 'person-email': 'halina@example.org' }

onEveryDatabase('who acts for another, at the desk', (db) => {
  beforeAll(async () => {
    await addStaff(db())
  })

  const authority = async (reference: string) => {
    const [row] = await db().query<{ state: string; of: string }>(
      `select heard.authority_state(a) as state, heard.authority_of(a.complaint_id) as of
       from heard.authorities a join heard.complaints c on c.id = a.complaint_id where c.reference = $1`,
      [reference],
    )
    return row!
  }
  const templates = async (reference: string) =>
    (await deskLetters(db(), reference)).map(({ template }) => template)

  it('is confirmed by what the team has seen: then they may act, and are told so', async () => {
    const reference = await forSomebody(db())
    expect(await authority(reference)).toEqual({ state: 'awaiting-evidence', of: 'asked' })
    expect(await act(db(), 'confirm_authority', { reference, ...paper })).toEqual({
      reference,
      how: 'original',
      letter: 'email',
      replies: 0,
    })
    expect(await authority(reference)).toEqual({ state: 'confirmed', of: 'confirmed' })
    expect(await templates(reference)).toEqual(['authority-accepted'])
    expect(await refusalOf(act(db(), 'confirm_authority', { reference, ...paper }))).toMatchObject({
      message: 'nothing-to-confirm',
    })
  })

  it('until then hears who handles it and by when, and not a word of what was found; the reply waits', async () => {
    const reference = await forSomebody(db())
    await act(db(), 'acknowledge', { reference, ...acknowledgement })
    await act(db(), 'extend', {
      reference,
      reason: 'Halina is in hospital.',
      until: await inDays(db(), 12),
      latest: await inDays(db(), 20),
    })
    expect(await act(db(), 'reply', { reference, ...reply })).toMatchObject({ letter: 'held' })
    expect(await templates(reference)).toEqual(['acknowledged', 'extended'])
    const told = {
      may_be_told: false,
      points: [],
      desired_outcome: null,
      decision: null,
      investigated: null,
      actions: [],
    }
    expect(await deskFacts(db(), reference, 'acknowledged')).toMatchObject({
      ...told,
      handler: { name: 'Bo Quill' },
    })
    const later = await deskFacts(db(), reference, 'extended')
    expect(later).toMatchObject({ ...told, extension: { reason: '', until: await inDays(db(), 12) } })
    for (const word of ['hospital', reply.apology, reply.remedy, reply.learning, reply.outcome_description])
      expect(JSON.stringify(later)).not.toContain(word)

    expect(await act(db(), 'confirm_authority', { reference, ...paper })).toMatchObject({ replies: 1 })
    expect((await templates(reference)).sort()).toEqual([
      'acknowledged',
      'authority-accepted',
      'extended',
      'replied',
    ])
    expect(await deskFacts(db(), reference, 'replied')).toMatchObject({
      may_be_told: true,
      decision: 'upheld',
    })
  })

  it('is refused with the reason, in writing; hears no more; and may be accepted after all', async () => {
    const reference = await forSomebody(db())
    await act(db(), 'refuse_authority', { reference, reason: 'The order has lapsed.' })
    expect(await authority(reference)).toEqual({ state: 'refused', of: 'ended' })
    expect(await deskFacts(db(), reference, 'authority-refused')).toMatchObject({
      authority: { refused_because: 'The order has lapsed.' },
    })
    expect(await act(db(), 'acknowledge', { reference, ...acknowledgement })).toMatchObject({
      letter: 'nobody',
    })
    expect(await refusalOf(act(db(), 'refuse_authority', { reference, reason: 'Again.' }))).toMatchObject({
      message: 'refused-before',
    })
    await act(db(), 'confirm_authority', { reference, ...paper })
    expect(await authority(reference)).toEqual({ state: 'confirmed', of: 'confirmed' })
    // What said no, and had not gone, never goes.
    expect(await deskLetters(db(), reference)).toMatchObject([
      { template: 'authority-refused', failed: 'settled' },
      { template: 'authority-accepted', failed: null },
    ])
  })

  it('is no paper’s to say where the person said no themself', async () => {
    const reference = await forSomebody(db(), asked)
    await act(db(), 'record_consent', { reference, by: 'spoken', answer: 'no' })
    const before = await wholeOf(db(), reference)
    expect(await refusalOf(act(db(), 'confirm_authority', { reference, ...paper }))).toMatchObject({
      message: 'person-said-no',
    })
    expect(await wholeOf(db(), reference)).toEqual(before)
  })

  it('is the person’s to say: what they say or sign is written down by whoever’s token it is', async () => {
    const reference = await forSomebody(db(), asked)
    await act(db(), 'reply', {
      reference,
      ...reply,
      points: [{ text: 'The bin', answer: 'Late.', decision: 'upheld' }],
    })
    const yes = { by: 'paper', answer: 'yes', may: ['act', 'receive'], typed_name: 'Halina Wrona' }
    expect(await act(db(), 'record_consent', { reference, ...yes })).toMatchObject({
      state: 'claimed',
    })
    expect(await act(db(), 'confirm_consent', { reference, how: 'team-checked' })).toMatchObject({
      state: 'confirmed',
      replies: 1,
    })
    expect(await templates(reference)).toEqual(['replied'])
    const actors = await db().query<{ actor: string }>(
      `select distinct e.actor from heard.audit_events e join heard.complaints c on c.id = e.complaint_id
       where c.reference = $1 and e.event in ('consent-answered', 'consent-confirmed')`,
      [reference],
    )
    expect(actors).toEqual([{ actor: expect.stringMatching(/^staff-[0-9a-f-]{36}$/) }])
    const stolen = { reference, how: 'team-checked', actor: 'somebody-else' }
    expect(await refusalOf(act(db(), 'confirm_consent', stolen))).toMatchObject({ message: 'unknown-key' })
  })

  it('is the person’s to say by their link too: a reply that waited goes when that is enough', async () => {
    const reference = await forSomebody(db(), asked)
    const points = [{ text: 'The bin', answer: 'Late.', decision: 'upheld' }]
    expect(await act(db(), 'reply', { reference, ...reply, points })).toMatchObject({ letter: 'held' })
    const [key] = await db().query<{ link_proof: string }>(
      `select k.link_proof from heard.access_keys k join heard.complaints c on c.id = k.complaint_id
       where c.reference = $1 and k.purpose = 'consent'`,
      [reference],
    )
    const said = {
      by: 'link',
      answer_id: randomUUID(),
      answer: 'yes',
      may: ['act', 'receive'],
      typed_name: 'Halina',
    }
    const shown = { shown_version: 'consent-1', shown_language: 'en', claimed_is_enough: true }
    await db().as('portal', 'select api.answer_consent($1::jsonb)', [
      JSON.stringify({ ...key, ...said, ...shown }),
    ])
    expect(await templates(reference)).toEqual(['replied'])
  })

  it.each([
    ['confirm_authority', { how: 'hearsay', may: ['act'] }, 'act-refused'],
    ['confirm_authority', { how: 'original', may: [] }, 'out-of-range'],
    ['confirm_authority', { how: 'original', may: ['rule'] }, 'out-of-range'],
    ['confirm_authority', { may: ['act'] }, 'missing'],
    ['refuse_authority', { reason: ' ' }, 'missing'],
    ['confirm_consent', { how: 'council-rule' }, 'wrong-type'],
    ['record_consent', { by: 'link', answer: 'yes' }, 'wrong-type'],
  ])('%s is refused with %j, and changes nothing', async (name, given, message) => {
    const reference = await forSomebody(db())
    const before = await wholeOf(db(), reference)
    expect(await refusalOf(act(db(), name, { reference, ...given }))).toMatchObject({
      code: 'PT400',
      message,
    })
    expect(await wholeOf(db(), reference)).toEqual(before)
  })

  it('is nobody in a complaint of one’s own', async () => {
    const reference = await aComplaint(db())
    for (const [name, given] of [
      ['confirm_authority', paper],
      ['refuse_authority', { reason: 'No.' }],
    ] as const)
      expect(await refusalOf(act(db(), name, { reference, ...given }))).toMatchObject({
        message: 'nobody-acts',
      })
  })
})
