import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { aSubmission, refusalOf, submit, type Submission } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'

/** A daughter complains for her mother; `change` alters it. */
function forMother(change: (submission: Submission) => void = () => {}): Submission {
  return aSubmission((it) => {
    it.record.complaint['made_for'] = 'someone-else'
    Object.assign(it.record, {
      representative: { relationship: 'family-or-friend' },
      affected: { name: 'Ada Kemble', email: 'ada@example.org', age_group: 'adult' },
      authority: { agreement: 'yes', ask_route: 'email' },
    })
    it['authority'] = { rule: 'adult', evidence: ['agreement'], asks_person: true, in_own_right: false }
    it.messages = [
      { template: 'acknowledgement', recipient: 'representative' },
      { template: 'new-submission', recipient: 'complaints-team' },
    ]
    change(it)
  })
}

const ownRight = (it: Submission): void => {
  it['authority'] = { rule: 'carer-own-part', evidence: [], asks_person: false, in_own_right: true }
  Object.assign(it.record, { representative: { relationship: 'carer' }, affected: {}, authority: {} })
}

onEveryDatabase('a complaint for someone else', (db) => {
  const peopleOf = (sent: Submission) =>
    db().query<Record<string, unknown>>(
      `select p.role, p.name, p.email, p.reply_route, p.relationship, p.age_group from heard.people p
       join heard.complaints c on c.id = p.complaint_id where c.submission_id = $1 order by p.role`,
      [sent.submission_id],
    )
  const authorityOf = async (sent: Submission) =>
    (
      await db().query<Record<string, unknown>>(
        `select a.rule, a.evidence, a.asks_person, a.agreement, a.ask_route, heard.authority_state(a) as state,
           a.affected_id is not null as for_somebody
         from heard.authorities a join heard.complaints c on c.id = a.complaint_id where c.submission_id = $1`,
        [sent.submission_id],
      )
    )[0]
  const claim = async (sent: Submission) => {
    const rows = await db().as<{ letter: Record<string, Record<string, unknown>> }>(
      'mailer',
      'select api.claim_messages(100, 60, $1) as letter',
      [sent.submission_id],
    )
    return rows.map(({ letter }) => letter)
  }

  it('keeps who writes, for whom, and by what right, in one go', async () => {
    const sent = forMother()
    await submit(db(), sent)
    expect(await peopleOf(sent)).toEqual([
      {
        role: 'affected',
        name: 'Ada Kemble',
        email: 'ada@example.org',
        reply_route: 'email',
        relationship: null,
        age_group: 'adult',
      },
      {
        role: 'representative',
        name: 'Łukasz O’Neill',
        email: 'lukasz@example.org',
        reply_route: 'email',
        relationship: 'family-or-friend',
        age_group: null,
      },
    ])
    expect(await authorityOf(sent)).toEqual({
      rule: 'adult',
      evidence: ['agreement'],
      asks_person: true,
      agreement: 'yes',
      ask_route: 'email',
      state: 'awaiting-evidence',
      for_somebody: true,
    })
  })

  it('of a carer about their own part is theirs: they are the complainant, and nobody need agree', async () => {
    const sent = forMother(ownRight)
    await submit(db(), sent)
    expect(await peopleOf(sent)).toMatchObject([{ role: 'complainant', relationship: 'carer' }])
    expect(await authorityOf(sent)).toMatchObject({ state: 'not-needed', for_somebody: false })
  })

  it('writes to the person by post only where there is an address, and through the writer where they asked for that', async () => {
    for (const [said, route] of [
      [{ ask_route: 'post' }, null],
      [{ ask_route: 'through-me' }, 'representative'],
      [{ ask_route: 'talk-first' }, null],
    ] as const) {
      const sent = forMother((it) => {
        Object.assign(it.record, { authority: said, affected: { name: 'Ada Kemble' } })
      })
      await submit(db(), sent)
      expect((await peopleOf(sent))[0]).toMatchObject({ role: 'affected', reply_route: route })
    }
    const posted = forMother((it) =>
      Object.assign(it.record, {
        authority: { ask_route: 'post' },
        affected: { name: 'Ada Kemble', postal_address: '2 Quay Street' },
      }),
    )
    await submit(db(), posted)
    expect((await peopleOf(posted))[0]).toMatchObject({ reply_route: 'post' })
  })

  it.each<[string, string, (submission: Submission) => unknown]>([
    ['authority-and-someone-else-go-together', 'authority', (it) => (it['authority'] = null)],
    [
      'authority-and-someone-else-go-together',
      'authority',
      (it) => (it.record.complaint['made_for'] = 'myself'),
    ],
    [
      'unknown-key',
      'record.affected',
      (it) => Object.assign(it.record, { affected: { phone: '01632 960001' } }),
    ],
    ['unknown-key', 'authority', (it) => Object.assign(it['authority'] as object, { confirmed_at: 'now' })],
    ['wrong-type', 'authority.evidence', (it) => Object.assign(it['authority'] as object, { evidence: [7] })],
    ['wrong-type', 'authority.rule', (it) => Object.assign(it['authority'] as object, { rule: {} })],
    [
      'submission-refused',
      'rule_is_an_id',
      (it) => Object.assign(it['authority'] as object, { rule: 'A B' }),
    ],
    [
      'submission-refused',
      'relationship_is_known',
      (it) => Object.assign(it.record, { representative: { relationship: 'boss' } }),
    ],
    [
      'submission-refused',
      'agreement_is_an_answer',
      (it) => Object.assign(it.record, { authority: { agreement: 'maybe' } }),
    ],
    [
      'submission-refused',
      'ask_route_is_known',
      (it) => Object.assign(it.record, { authority: { ask_route: 'phone' } }),
    ],
    ['submission-refused', 'who_acts_for_somebody_has_a_name', (it) => delete it.record.person['name']],
  ])('is refused as %s at %s, and nothing is kept', async (message, detail, spoil) => {
    const sent = forMother(spoil)
    expect(await refusalOf(submit(db(), sent))).toEqual({ code: 'PT400', message, detail })
    expect(await peopleOf(sent)).toEqual([])
  })

  it('sends each letter with what its reader may know, and no more', async () => {
    const sent = forMother((it) => {
      Object.assign(it.record, {
        representative: {
          relationship: 'family-or-friend',
          organisation: 'Kemble & Co',
          own_reference: 'REF-1',
        },
        affected: {
          name: 'Ada Kemble',
          email: 'ada@example.org',
          postal_address: '2 Quay Street',
          adjustments_details: 'Ring after noon.',
        },
      })
      it.messages.push({ template: 'consent-request', recipient: 'affected' })
    })
    await submit(db(), sent)
    const letters = await claim(sent)
    const to = (recipient: string) =>
      letters.find((each) => (each['recipient'] as unknown) === recipient) as Record<
        string,
        Record<string, unknown>
      >

    expect(to('representative')).toMatchObject({
      person: { role: 'representative', name: 'Łukasz O’Neill' },
      acting: { rule: 'adult', affected: { name: 'Ada Kemble' } },
    })
    expect(JSON.stringify(to('representative'))).not.toMatch(/ada@|2 Quay|after noon/)

    expect(to('affected')).toMatchObject({
      person: { role: 'affected', name: 'Ada Kemble', email: 'ada@example.org' },
      acting: { representative: { name: 'Łukasz O’Neill', organisation: 'Kemble & Co' } },
      complaint: { service: 'bins', summary: '', transcript: [], desired_outcome: null },
    })
    expect(JSON.stringify(to('affected'))).not.toMatch(/lukasz@|REF-1|emptied|large-print|agreement/)

    expect(to('complaints-team')).toMatchObject({
      person: { role: 'representative' },
      acting: {
        representative: { own_reference: 'REF-1' },
        affected: { name: 'Ada Kemble', adjustments_details: 'Ring after noon.' },
      },
    })
  })

  const tells = async (sent: Submission, what: string) =>
    (
      await db().query<{ tells: boolean }>(
        `select heard.may_tell(a.representative_id, $2) as tells
         from heard.authorities a join heard.complaints c on c.id = a.complaint_id where c.submission_id = $1`,
        [sent.submission_id, what],
      )
    )[0]?.tells

  it('rests on evidence that the team confirms, for what it covers; until then nobody is told anything', async () => {
    const sent = forMother((it) => (it['consent'] = { how: 'evidence' }))
    const { reference } = await submit(db(), sent)
    expect(await authorityOf(sent)).toMatchObject({ state: 'awaiting-evidence' })
    for (const what of ['act', 'receive', 'see']) expect(await tells(sent, what)).toBe(false)
    const given = { actor: 'bo', reference, how: 'team-checked', may: ['act', 'receive'] }
    await db().query('select api.confirm_consent($1::jsonb)', [JSON.stringify(given)])
    expect(await authorityOf(sent)).toMatchObject({ state: 'confirmed' })
    for (const what of ['act', 'receive', 'see']) expect(await tells(sent, what)).toBe(what !== 'see')
  })

  it('is refused by the team in writing, and then nobody is told anything more', async () => {
    const sent = forMother((it) => (it['consent'] = { how: 'evidence' }))
    const { reference } = await submit(db(), sent)
    const given = { actor: 'bo', reference, how: 'team-checked', may: ['receive'] }
    await db().query('select api.confirm_consent($1::jsonb)', [JSON.stringify(given)])
    const refuse = (reason: string | null) =>
      db().query('select heard.refuse_authority($1, $2, $3)', [reference, 'Bo Lind', reason])
    expect(await refusalOf(refuse(null))).toMatchObject({ message: 'missing', detail: 'reason' })
    await refuse('It is not in her interest.')
    expect(await authorityOf(sent)).toMatchObject({ state: 'refused' })
    expect(await tells(sent, 'receive')).toBe(false)
    const events = await db().query(
      `select e.* from heard.audit_events e join heard.complaints c on c.id = e.complaint_id
       where c.submission_id = $1 and event = 'authority-refused'`,
      [sent.submission_id],
    )
    expect(events).toHaveLength(1)
    expect(JSON.stringify(events)).not.toMatch(/Lind|interest/)
  })

  it('asks the person in the same go, and is then as their consent stands', async () => {
    const sent = forMother((it) => {
      const id = randomUUID()
      const proof = () => randomUUID().replaceAll('-', '').padEnd(43, 'x')
      it['keys'] = [{ id, purpose: 'consent', role: 'affected', code_proof: proof(), link_proof: proof() }]
      it['consent'] = { how: 'ask', key: id, expire_days: 28 }
    })
    await submit(db(), sent)
    expect(await authorityOf(sent)).toMatchObject({ state: 'asked' })
    expect((await claim(sent)).map((each) => String(each['template'])).sort()).toEqual([
      'acknowledgement',
      'consent-request',
      'new-submission',
    ])
  })

  it('goes when the complaint goes', async () => {
    const sent = forMother()
    await submit(db(), sent)
    await db().query('delete from heard.complaints where submission_id = $1', [sent.submission_id])
    expect(await authorityOf(sent)).toBeUndefined()
  })
})
