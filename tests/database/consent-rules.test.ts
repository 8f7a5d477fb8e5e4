import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Database } from '../support/databases.ts'
import {
  answer,
  askedConsent,
  confirmConsent,
  eventsOf,
  factsFor,
  letDaysPass,
  letLettersGo,
  lettersOf,
  open,
  remind,
  shared,
  stateOf,
  withdraw,
  type AConsent,
} from './a-consent.ts'
import { refusalOf } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'

const toAll = [
  'consent-answered to representative',
  'consent-copy to affected',
  'consent-to-team to complaints-team',
]

/** Everything that is kept, so that a rule can say that nothing changed. */
const everything = async (db: Database) =>
  JSON.stringify(
    await db.query(`select
      (select jsonb_agg(to_jsonb(s) order by s.id) from heard.consents s) as consents,
      (select jsonb_agg(to_jsonb(k) order by k.id) from heard.access_keys k) as keys,
      (select count(*) from heard.audit_events) as events,
      (select count(*) from heard.outgoing_messages) as messages,
      (select count(*) from heard.wrong_codes) as wrong_codes`),
  )

/** A consent with a yes that the team has checked, whose letters have gone. */
async function confirmed(db: Database): Promise<AConsent> {
  const consent = await askedConsent(db)
  await answer(db, consent)
  await confirmConsent(db, { actor: 'officer-7', reference: consent.reference, how: 'team-checked' })
  await letLettersGo(db)
  return consent
}

onEveryDatabase('consent', (db, engine) => {
  describe('a person who is asked', () => {
    it('gets an email; where there is only a postal address the team is told to post a letter', async () => {
      expect(await lettersOf(db(), await askedConsent(db()))).toEqual(['consent-request to affected'])
      const byPost = await askedConsent(db(), { email: null, postal_address: '1 Quay Street' })
      expect(await lettersOf(db(), byPost)).toEqual(['consent-to-team to complaints-team'])
      expect(await lettersOf(db(), await askedConsent(db(), { email: null }))).toEqual([])
    })

    it('may answer until the end of the 28th day after, in London', async () => {
      const consent = await askedConsent(db())
      const [row] = await db().query(
        `select (expires_at at time zone 'Europe/London')::time::text as hour,
         ((expires_at at time zone 'Europe/London')::date - (asked_at at time zone 'Europe/London')::date) as days
       from heard.consents where id = $1`,
        [consent.id],
      )
      expect(row).toEqual({ hour: '00:00:00', days: 29 })
      const seen = await open(db(), { link_proof: consent.link_proof })
      expect(seen!['answer_by']).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    })

    it('is shown who wants to complain and about which service, and nothing of the complaint', async () => {
      const consent = await askedConsent(db())
      const seen = await open(db(), { link_proof: consent.link_proof })
      expect(seen).toMatchObject({
        representative: 'Amara Obi',
        service: 'bins',
        state: 'asked',
        key: consent.key,
      })
      expect(JSON.stringify(seen)).not.toMatch(/bin was not|lukasz|amara@|idris@|Quay/i)
    })

    it('changes nothing by looking, however often a mail scanner looks before', async () => {
      const consent = await askedConsent(db())
      const before = await everything(db())
      for (let times = 0; times < 30; times += 1) await open(db(), { link_proof: consent.link_proof })
      await open(db(), { reference: consent.reference, code_proof: consent.code_proof })
      expect(await everything(db())).toBe(before)
      expect(await stateOf(db(), consent)).toBe('asked')
    })

    it('gets in by the code too, and nobody by a code or a link for something else', async () => {
      const consent = await askedConsent(db())
      const { reference, code_proof, link_proof } = consent
      expect(await open(db(), { reference, code_proof })).toMatchObject({ key: consent.key })
      const other = await askedConsent(db())
      expect(await open(db(), { reference: other.reference, code_proof })).toBeNull()
      await db().query(`update heard.access_keys set purpose = 'follow' where id = $1`, [consent.key])
      expect(await open(db(), { link_proof })).toBeNull()
      expect(await open(db(), { reference, code_proof })).toBeNull()
      expect(await answer(db(), consent)).toBeNull()
    })
  })

  describe('a yes', () => {
    it('that came by the link is claimed, releases nothing, and is for the team to check', async () => {
      const consent = await askedConsent(db())
      await letLettersGo(db())
      expect(await answer(db(), consent)).toMatchObject({ state: 'claimed', taken: true, answer: 'yes' })
      expect(await shared(db(), consent)).toEqual([])
      expect(await lettersOf(db(), consent)).toEqual(toAll)
    })

    it('is claimed all the same where a mail was forwarded: whoever holds the link can answer', async () => {
      const consent = await askedConsent(db())
      const seen = await answer(db(), consent, { typed_name: 'Amara Obi', by: 'code' })
      expect(seen).toMatchObject({ state: 'claimed', typed_name: 'Amara Obi' })
      expect(await shared(db(), consent)).toEqual([])
    })

    it.each(['address-held', 'team-checked'])(
      'lets do what was ticked, once the team says %s',
      async (how) => {
        const consent = await askedConsent(db())
        await answer(db(), consent, { may: ['receive'] })
        await confirmConsent(db(), { actor: 'officer-7', reference: consent.reference, how })
        expect(await stateOf(db(), consent)).toBe('confirmed')
        expect(await shared(db(), consent)).toEqual(['receive'])
        expect(await eventsOf(db(), consent)).toEqual([
          'consent-begun by portal',
          'consent-answered by portal',
          'consent-confirmed by officer-7',
        ])
      },
    )

    it('is enough where the council says so for the service', async () => {
      const consent = await askedConsent(db())
      expect(await answer(db(), consent, { claimed_is_enough: true })).toMatchObject({ state: 'confirmed' })
      expect(await shared(db(), consent)).toEqual(['act', 'receive'])
    })

    it('keeps who, when, how, what they were shown, and who helped', async () => {
      const consent = await askedConsent(db())
      await answer(db(), consent, { helper: 'Rosa Lind, interpreter', may: ['see'] })
      const [row] = await db().query('select * from heard.consents where id = $1', [consent.id])
      expect(row).toMatchObject({
        typed_name: 'Idris Kemble',
        answered_by: 'link',
        helper: 'Rosa Lind, interpreter',
        shown_version: 'consent-0123456789abcdef',
        shown_language: 'en',
        may_act: false,
        may_receive: false,
        may_see: true,
      })
    })

    it.each([
      ['without a tick', { may: [] }, 'a_yes_says_to_what'],
      ['without a name', { typed_name: '' }, 'a_written_yes_is_signed'],
      ['without the text that was shown', { shown_version: null }, 'an_answer_online_says_what_was_shown'],
    ])('is refused %s', async (_, change, rule) => {
      const consent = await askedConsent(db())
      expect(await refusalOf(answer(db(), consent, change))).toMatchObject({
        message: 'answer-refused',
        detail: rule,
      })
      expect(await stateOf(db(), consent)).toBe('asked')
    })

    it('keeps its link after the last day to answer, so that it can always be taken back', async () => {
      const consent = await confirmed(db())
      await db().query('update heard.consents set expires_at = now() where id = $1', [consent.id])
      expect(await open(db(), { link_proof: consent.link_proof })).toMatchObject({ state: 'confirmed' })
      expect(await withdraw(db(), consent)).toMatchObject({ state: 'withdrawn', taken: true })
    })

    it('does not come over an answer that the person had not seen', async () => {
      const consent = await askedConsent(db())
      await answer(db(), consent, { answer: 'no' })
      expect(await answer(db(), consent)).toMatchObject({ state: 'refused', taken: false })
    })

    it('may come after a no that the person has seen, while the question is open', async () => {
      const consent = await askedConsent(db())
      const said = await answer(db(), consent, { answer: 'no' })
      expect(await answer(db(), consent, { seen_at: said!.answered_at })).toMatchObject({
        state: 'claimed',
        taken: true,
      })
    })

    it('is not taken once the question has lapsed, and the page says so', async () => {
      const consent = await askedConsent(db(), { daysAgo: 29 })
      expect(await answer(db(), consent)).toMatchObject({ state: 'expired', taken: false, answer: null })
      expect(await open(db(), { link_proof: consent.link_proof })).toMatchObject({ state: 'expired' })
      const { reference, code_proof } = consent
      expect(await open(db(), { reference, code_proof })).toMatchObject({ state: 'expired' })
    })

    it('that is sent twice is one', async () => {
      const consent = await askedConsent(db())
      await letLettersGo(db())
      const answer_id = randomUUID()
      await answer(db(), consent, { answer_id })
      await letLettersGo(db())
      expect(await answer(db(), consent, { answer_id })).toMatchObject({ state: 'claimed', taken: true })
      expect(await lettersOf(db(), consent)).toEqual([])
      expect(await eventsOf(db(), consent)).toEqual(['consent-begun by portal', 'consent-answered by portal'])
    })

    if (engine.parallel) {
      it('and a no at the same moment leave a no, whichever comes first', async () => {
        for (let round = 0; round < 20; round += 1) {
          const consent = await askedConsent(db())
          const both = [() => answer(db(), consent), () => answer(db(), consent, { answer: 'no' })]
          await Promise.all((round % 2 ? both.reverse() : both).map((send) => send()))
          expect(['refused', 'withdrawn']).toContain(await stateOf(db(), consent))
          expect(await shared(db(), consent)).toEqual([])
        }
      })

      it('sent many times at the same moment is one, with one letter to each', async () => {
        const consent = await askedConsent(db())
        await letLettersGo(db())
        const answer_id = randomUUID()
        const seen = await Promise.all(Array.from({ length: 6 }, () => answer(db(), consent, { answer_id })))
        expect(seen.map((one) => [one!.state, one!.taken])).toEqual(Array(6).fill(['claimed', true]))
        expect(await lettersOf(db(), consent)).toEqual(toAll)
      })
    }
  })

  describe('a no', () => {
    it('is a no, and releases nothing', async () => {
      const consent = await askedConsent(db())
      await letLettersGo(db())
      expect(await answer(db(), consent, { answer: 'no' })).toMatchObject({ state: 'refused', taken: true })
      expect(await shared(db(), consent)).toEqual([])
      expect(await lettersOf(db(), consent)).toEqual(toAll)
    })

    it('after a yes takes the yes back, from a page that had not seen it too', async () => {
      const consent = await confirmed(db())
      expect(await answer(db(), consent, { answer: 'no' })).toMatchObject({
        state: 'withdrawn',
        taken: true,
        answer: 'yes',
      })
      expect(await shared(db(), consent)).toEqual([])
    })
  })

  describe('a person who wants to talk first', () => {
    it('has not said yes, is not reminded, and the team is told how to reach them', async () => {
      const consent = await askedConsent(db())
      await letLettersGo(db())
      const seen = await answer(db(), consent, { answer: 'talk-first', reach: '07700 900123, mornings' })
      expect(seen).toMatchObject({ state: 'asked', answer: 'talk-first' })
      expect(await lettersOf(db(), consent)).toEqual(toAll)
      await letLettersGo(db())
      await letDaysPass(db(), consent.id, 8)
      await remind(db())
      expect(await lettersOf(db(), consent)).toEqual([])
    })
  })

  describe('a yes that is taken back', () => {
    it('stops sharing at once, tells everyone, and erases nothing', async () => {
      const consent = await confirmed(db())
      expect(await shared(db(), consent)).toEqual(['act', 'receive'])
      const seen = await withdraw(db(), consent, { go_on_alone: 'yes' })
      expect(seen).toMatchObject({ state: 'withdrawn', go_on_alone: 'yes', answer: 'yes', may_act: true })
      expect(await shared(db(), consent)).toEqual([])
      expect(await lettersOf(db(), consent)).toEqual(toAll)
      expect(await eventsOf(db(), consent)).toContain('consent-withdrawn by portal')
    })

    it('is taken back once, however often it is sent', async () => {
      const consent = await confirmed(db())
      await withdraw(db(), consent, { go_on_alone: 'no' })
      await letLettersGo(db())
      expect(await withdraw(db(), consent)).toMatchObject({
        state: 'withdrawn',
        taken: true,
        go_on_alone: 'no',
      })
      expect(await lettersOf(db(), consent)).toEqual([])
    })

    it('may be taken back after the reply has gone, and the letters then know that it has', async () => {
      const consent = await confirmed(db())
      await db().query(`update heard.stages set responded_on = requested_on + 9 where complaint_id = $1`, [
        consent.complaint,
      ])
      expect(await withdraw(db(), consent)).toMatchObject({ state: 'withdrawn', taken: true })
      expect(await factsFor(db(), consent, 'complaints-team')).toMatchObject({
        state: 'withdrawn',
        replied_on: '2026-11-29',
      })
      expect(await lettersOf(db(), consent)).toEqual(toAll)
    })

    it('cannot be given again by the same link: that needs the team', async () => {
      const consent = await confirmed(db())
      const seen = await withdraw(db(), consent)
      const again = await answer(db(), consent, { seen_at: seen!.answered_at })
      expect(again).toMatchObject({ state: 'withdrawn', taken: false })
    })

    it('was there to take back: what was only asked is not withdrawn', async () => {
      const consent = await askedConsent(db())
      expect(await withdraw(db(), consent)).toMatchObject({ state: 'asked', taken: false })
    })
  })

  describe('two representatives of one person', () => {
    it('have a consent each: an answer about one says nothing of the other', async () => {
      const [amara, tomos] = [
        await askedConsent(db()),
        await askedConsent(db(), { representative: 'Tomos Rees' }),
      ]
      await answer(db(), amara, { claimed_is_enough: true })
      await answer(db(), tomos, { answer: 'no' })
      expect([await stateOf(db(), amara), await stateOf(db(), tomos)]).toEqual(['confirmed', 'refused'])
      expect([await shared(db(), amara), await shared(db(), tomos)]).toEqual([['act', 'receive'], []])
      expect(await open(db(), { link_proof: tomos.link_proof })).toMatchObject({
        representative: 'Tomos Rees',
      })
    })

    it('are not asked about twice at once', async () => {
      const consent = await askedConsent(db())
      const again = db().query(
        `insert into heard.consents (complaint_id, affected_id, representative_id, not_needed_at, months_after_closing)
       values ($1, $2, $3, now(), 12)`,
        [consent.complaint, consent.affected, consent.representative],
      )
      expect((await refusalOf(again)).message).toContain('one_open_consent_for_each_pair')
    })

    it('are never people of two complaints', async () => {
      const [one, other] = [await askedConsent(db()), await askedConsent(db())]
      const crossed = db().query(
        `insert into heard.consents (complaint_id, affected_id, representative_id, not_needed_at, months_after_closing)
       values ($1, $2, $3, now(), 12)`,
        [one.complaint, one.affected, other.representative],
      )
      expect((await refusalOf(crossed)).message).toContain('the_representative_is_of_the_complaint')
    })
  })

  describe('a letter about consent', () => {
    const given = { helper: 'Rosa Lind', reach: 'mornings', typed_name: 'Idris K', may: ['see'] }

    it('gives the representative the answer, and nothing of how it came', async () => {
      const consent = await askedConsent(db())
      await answer(db(), consent, given)
      const facts = await factsFor(db(), consent, 'representative')
      expect(facts).toMatchObject({ state: 'claimed', key: null, affected: { name: 'Idris Kemble' } })
      expect(JSON.stringify(facts)).not.toMatch(/Rosa|mornings|Idris K"|may_|link|idris@/)
      await confirmConsent(db(), { actor: 'officer-7', reference: consent.reference, how: 'team-checked' })
      expect(await factsFor(db(), consent, 'representative')).toMatchObject({
        state: 'confirmed',
        may_see: true,
      })
    })

    it('gives the team all that was answered, and the person what they answered', async () => {
      const consent = await askedConsent(db())
      await answer(db(), consent, given)
      const answered = { typed_name: 'Idris K', helper: 'Rosa Lind', may_see: true, answered_by: 'link' }
      expect(await factsFor(db(), consent, 'complaints-team')).toMatchObject({
        ...answered,
        reach: 'mornings',
        key: null,
      })
      expect(await factsFor(db(), consent, 'affected')).toMatchObject({ ...answered, key: consent.key })
    })

    it.each([
      ['who posts it', { email: null, postal_address: '1 Quay Street' }, 'complaints-team'],
      ['who passes it on', { email: null, postal_address: null }, 'representative'],
    ])('gives the key to print a letter with only to %s', async (_, change, recipient) => {
      const consent = await askedConsent(db(), change)
      await answer(db(), consent)
      for (const reader of ['representative', 'complaints-team'])
        expect((await factsFor(db(), consent, reader))['key']).toBe(reader === recipient ? consent.key : null)
    })

    it('waits once, and says how it stands when it is written', async () => {
      const consent = await askedConsent(db())
      await letLettersGo(db())
      await answer(db(), consent)
      await withdraw(db(), consent)
      expect(await lettersOf(db(), consent)).toEqual(toAll)
      const rows = await db().as<{ letter: { consent: { state: string } | null; template: string } }>(
        'mailer',
        'select api.claim_messages(100, 60) as letter',
      )
      const ours = rows.filter(({ letter }) => letter.template.startsWith('consent-'))
      expect(ours.map(({ letter }) => letter.consent?.state)).toEqual(Array(ours.length).fill('withdrawn'))
      expect(rows.every(({ letter }) => 'consent' in letter)).toBe(true)
    })

    it('asks no more once there is an answer, though it waited to go', async () => {
      const consent = await askedConsent(db())
      expect(await lettersOf(db(), consent)).toEqual(['consent-request to affected'])
      await answer(db(), consent, { answer: 'no' })
      expect(await lettersOf(db(), consent)).toEqual(toAll)
    })

    it('that a sender already holds is followed by another', async () => {
      const consent = await askedConsent(db())
      await letLettersGo(db())
      await answer(db(), consent)
      await db().query(
        `update heard.outgoing_messages set leased_until = now() + interval '1 minute' where consent_id = $1`,
        [consent.id],
      )
      await withdraw(db(), consent)
      expect(await lettersOf(db(), consent)).toEqual(toAll.flatMap((letter) => [letter, letter]))
    })
  })
})
