import { describe, expect, it } from 'vitest'
import {
  answer,
  askedConsent,
  confirmConsent,
  eventsOf,
  letDaysPass,
  letLettersGo,
  lettersOf,
  recordConsent,
  remind,
  shared,
  stateOf,
  withdraw,
} from './a-consent.ts'
import { refusalOf } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'

const actor = 'officer-7'

onEveryDatabase('consent', (db) => {
  describe('the team', () => {
    it('records a spoken yes, which needs no signature, and who wrote it down', async () => {
      const consent = await askedConsent(db())
      await letLettersGo(db())
      const { reference } = consent
      const said = {
        actor,
        reference,
        by: 'spoken',
        answer: 'yes',
        may: ['act', 'see'],
        confirmed_how: 'team-checked',
      }
      expect(await recordConsent(db(), said)).toEqual({ consent: consent.id, state: 'confirmed' })
      expect(await shared(db(), consent)).toEqual(['act', 'see'])
      expect(await eventsOf(db(), consent)).toEqual([
        'consent-begun by portal',
        'consent-answered by officer-7',
      ])
      expect(await lettersOf(db(), consent)).toContain('consent-answered to representative')
    })

    it('records a yes on paper with its signature; unless somebody has checked it, it is claimed', async () => {
      const consent = await askedConsent(db())
      const { reference } = consent
      const said = { actor, reference, by: 'paper', answer: 'yes', may: ['act'], typed_name: 'Idris Kemble' }
      expect(await recordConsent(db(), { ...said, typed_name: '' }).catch((error) => error.message)).toBe(
        'answer-refused',
      )
      expect(await recordConsent(db(), said)).toMatchObject({ state: 'claimed' })
      expect(await shared(db(), consent)).toEqual([])
    })

    it.each(['spoken', 'paper'])('records that a yes was taken back: %s', async (by) => {
      const consent = await askedConsent(db())
      await answer(db(), consent, { claimed_is_enough: true })
      const said = { actor, reference: consent.reference, by, answer: 'withdrawn', go_on_alone: 'not-sure' }
      expect(await recordConsent(db(), said)).toMatchObject({ state: 'withdrawn' })
      expect(await recordConsent(db(), { ...said, answer: 'no' })).not.toMatchObject({ state: 'confirmed' })
      expect(await shared(db(), consent)).toEqual([])
    })

    it('records a no', async () => {
      const consent = await askedConsent(db())
      await recordConsent(db(), { actor, reference: consent.reference, by: 'spoken', answer: 'no' })
      expect(await stateOf(db(), consent)).toBe('refused')
    })

    it('records an answer that came too late as a new one: what lapsed stays as it was', async () => {
      const consent = await askedConsent(db(), { daysAgo: 40 })
      await remind(db())
      const said = { actor, reference: consent.reference, by: 'spoken', answer: 'yes', may: ['act'] }
      const kept = await recordConsent(db(), { ...said, confirmed_how: 'team-checked' })
      expect(kept).toMatchObject({ state: 'confirmed' })
      expect(kept!['consent']).not.toBe(consent.id)
      expect(await stateOf(db(), consent)).toBe('expired')
      expect(await shared(db(), consent)).toEqual(['act'])
    })

    it('records a new yes after one was taken back', async () => {
      const consent = await askedConsent(db())
      await answer(db(), consent)
      await withdraw(db(), consent)
      await recordConsent(db(), {
        ...{ actor, reference: consent.reference, by: 'spoken', answer: 'yes', may: ['receive'] },
        confirmed_how: 'team-checked',
      })
      expect(await stateOf(db(), consent)).toBe('withdrawn')
      expect(await shared(db(), consent)).toEqual(['receive'])
    })

    it('confirms evidence in place of consent, and says what it covers', async () => {
      const consent = await askedConsent(db())
      await db().query(
        `update heard.consents set asked_at = null, expires_at = null, evidence_asked_at = now() where id = $1`,
        [consent.id],
      )
      expect(await stateOf(db(), consent)).toBe('awaiting-evidence')
      expect(await shared(db(), consent)).toEqual([])
      const { reference } = consent
      await confirmConsent(db(), { actor, reference, how: 'team-checked', may: ['act', 'receive'] })
      expect(await shared(db(), consent)).toEqual(['act', 'receive'])
    })

    it('adds nothing to what the person ticked when it confirms their yes', async () => {
      const consent = await askedConsent(db())
      await answer(db(), consent, { may: ['receive'] })
      await confirmConsent(db(), { actor, reference: consent.reference, how: 'team-checked', may: ['see'] })
      expect(await shared(db(), consent)).toEqual(['receive'])
    })

    it.each(['asked', 'refused', 'withdrawn', 'lapsed', 'confirmed'])(
      'confirms nothing that is %s',
      async (state) => {
        const consent = await askedConsent(db())
        if (state === 'refused') await answer(db(), consent, { answer: 'no' })
        if (state === 'withdrawn' || state === 'confirmed')
          await answer(db(), consent, { claimed_is_enough: true })
        if (state === 'withdrawn') await withdraw(db(), consent)
        if (state === 'lapsed') await letDaysPass(db(), consent.id, 40)
        const call = confirmConsent(db(), { actor, reference: consent.reference, how: 'address-held' })
        expect(await refusalOf(call)).toMatchObject({ code: 'PT400', message: 'nothing-to-confirm' })
      },
    )

    it.each([{ actor: undefined }, { actor: 'portal' }, { actor: 'Ann Officer' }])(
      'says who it is: %j',
      async (who) => {
        const { reference } = await askedConsent(db())
        const said = { actor: who, reference, by: 'spoken', answer: 'no' }
        expect(await refusalOf(recordConsent(db(), said))).toMatchObject({
          message: 'wrong-type',
          detail: 'given.actor',
        })
      },
    )

    it('is never the site: a stolen token of portal confirms nothing', async () => {
      for (const name of ['record_consent', 'confirm_consent'])
        expect(await refusalOf(db().as('portal', `select api.${name}('{}'::jsonb)`))).toMatchObject({
          code: '42501',
        })
    })
  })
})
