import { describe, expect, it } from 'vitest'
import {
  answer,
  askedConsent,
  eventsOf,
  letDaysPass,
  letLettersGo,
  lettersOf,
  remind,
  stateOf,
  withdraw,
} from './a-consent.ts'
import { refusalOf } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'

onEveryDatabase('consent', (db, engine) => {
  /** Nothing is left to do for anybody, so that a count is this test's alone. */
  const settle = async () => {
    await remind(db())
    await letLettersGo(db())
  }

  describe('a reminder', () => {
    it.each([
      [0, []],
      [6, []],
      [7, ['consent-reminder to affected']],
      [20, ['consent-reminder to affected']],
      [28, ['consent-reminder to affected']],
    ])('%i days after the question: %j', async (days, letters) => {
      const consent = await askedConsent(db())
      await settle()
      await letDaysPass(db(), consent.id, days)
      await remind(db())
      expect(await lettersOf(db(), consent)).toEqual(letters)
    })

    it('comes on the 7th and on the 21st day, once each, however often the schedule runs', async () => {
      const consent = await askedConsent(db())
      await settle()
      const days: number[] = []
      for (let day = 1; day <= 28; day += 1) {
        await letDaysPass(db(), consent.id, 1)
        await remind(db())
        await remind(db())
        if ((await lettersOf(db(), consent)).length) days.push(day)
        await letLettersGo(db())
      }
      expect(days).toEqual([7, 21])
    })

    it('is one where the schedule missed both', async () => {
      const consent = await askedConsent(db(), { daysAgo: 25 })
      await letLettersGo(db())
      expect(await remind(db())).toEqual({ reminded: 1, expired: 0 })
      expect(await remind(db())).toEqual({ reminded: 0, expired: 0 })
      expect(await lettersOf(db(), consent)).toEqual(['consent-reminder to affected'])
    })

    it.each(['yes', 'no', 'talk-first'])('does not come to a person who answered: %s', async (said) => {
      const consent = await askedConsent(db())
      await answer(db(), consent, { answer: said })
      await settle()
      await letDaysPass(db(), consent.id, 8)
      await remind(db())
      expect(await lettersOf(db(), consent)).toEqual([])
    })

    it('goes to the team where there is only a postal address, and to the representative where there is neither', async () => {
      const byPost = await askedConsent(db(), { email: null, postal_address: '1 Quay Street', daysAgo: 7 })
      const byHand = await askedConsent(db(), { email: null, daysAgo: 7 })
      await letLettersGo(db())
      await remind(db())
      expect(await lettersOf(db(), byPost)).toEqual(['consent-to-team to complaints-team'])
      expect(await lettersOf(db(), byHand)).toEqual(['consent-reminder to representative'])
    })
  })

  describe('a question that nobody answered', () => {
    it('lapses after the 28th day; the team and the representative are told, once', async () => {
      const consent = await askedConsent(db(), { daysAgo: 29 })
      await letLettersGo(db())
      expect(await remind(db())).toEqual({ reminded: 0, expired: 1 })
      expect(await stateOf(db(), consent)).toBe('expired')
      expect(await lettersOf(db(), consent)).toEqual([
        'consent-answered to representative',
        'consent-to-team to complaints-team',
      ])
      await letLettersGo(db())
      expect(await remind(db())).toEqual({ reminded: 0, expired: 0 })
      expect(await eventsOf(db(), consent)).toEqual(['consent-begun by portal', 'consent-expired by portal'])
    })

    it('lapses too where the person wanted to talk first and no more came of it', async () => {
      const consent = await askedConsent(db())
      await answer(db(), consent, { answer: 'talk-first' })
      await letDaysPass(db(), consent.id, 29)
      await settle()
      expect(await stateOf(db(), consent)).toBe('expired')
    })

    it.each(['yes', 'no', 'withdrawn'])('is not one that was answered: %s', async (said) => {
      const consent = await askedConsent(db())
      await answer(db(), consent, said === 'no' ? { answer: 'no' } : {})
      if (said === 'withdrawn') await withdraw(db(), consent)
      const before = await stateOf(db(), consent)
      await db().query(
        `update heard.consents set asked_at = now() - interval '40 days', expires_at = now() where id = $1`,
        [consent.id],
      )
      await remind(db())
      expect(await stateOf(db(), consent)).toBe(before)
    })
  })

  describe('the schedule', () => {
    it('does so many at a time, and says when there may be more', async () => {
      await settle()
      const all = []
      for (let count = 0; count < 5; count += 1) all.push(await askedConsent(db(), { daysAgo: 7 }))
      await letLettersGo(db())
      expect(await remind(db(), 2)).toEqual({ reminded: 2, expired: 0 })
      expect(await remind(db(), 2)).toEqual({ reminded: 2, expired: 0 })
      expect(await remind(db(), 2)).toEqual({ reminded: 1, expired: 0 })
      for (const consent of all) expect(await lettersOf(db(), consent)).toHaveLength(1)
    })

    it('refuses to do everything at once', async () => {
      expect(await refusalOf(remind(db(), 501))).toMatchObject({ message: 'out-of-range', detail: 'most' })
    })

    if (engine.parallel) {
      it('reminds nobody twice when it runs several times at the same moment', async () => {
        await settle()
        const all = []
        for (let count = 0; count < 8; count += 1)
          all.push(await askedConsent(db(), { daysAgo: count % 2 ? 7 : 29 }))
        await letLettersGo(db())
        const runs = await Promise.all(Array.from({ length: 6 }, () => remind(db(), 500)))
        const sum = (name: 'reminded' | 'expired') => runs.reduce((total, run) => total + run[name], 0)
        expect([sum('reminded'), sum('expired')]).toEqual([4, 4])
        for (const [count, consent] of all.entries())
          expect(await lettersOf(db(), consent)).toHaveLength(count % 2 ? 1 : 2)
      })
    }
  })
})
