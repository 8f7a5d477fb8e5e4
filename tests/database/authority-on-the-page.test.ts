import { expect, it } from 'vitest'
import {
  answer,
  askedConsent,
  confirmConsent,
  letDaysPass,
  remind,
  withdraw,
  type AConsent,
} from './a-consent.ts'
import { onEveryDatabase } from './on-every-database.ts'

onEveryDatabase('the authority of whoever acts for somebody, on the complaint’s page', (db) => {
  const acting = async (): Promise<AConsent> => {
    const consent = await askedConsent(db())
    await db().query(
      `insert into heard.authorities (complaint_id, representative_id, affected_id, rule) values ($1, $2, $3, 'adult')`,
      [consent.complaint, consent.representative, consent.affected],
    )
    return consent
  }
  const confirm = ({ reference }: AConsent) =>
    confirmConsent(db(), { reference, how: 'team-checked', actor: 'officer-7' })

  it.each<[string, string, (consent: AConsent) => Promise<unknown>]>([
    ['asked', 'until the person has answered', async () => {}],
    ['asked', 'while a yes is only claimed', (consent) => answer(db(), consent)],
    [
      'confirmed',
      'once a yes is confirmed',
      async (consent) => {
        await answer(db(), consent)
        await confirm(consent)
      },
    ],
    [
      'ended',
      'where they may act but are to receive nothing',
      async (consent) => {
        await answer(db(), consent, { may: ['act'] })
        await confirm(consent)
      },
    ],
    [
      'ended',
      'at once when the person takes it back',
      async (consent) => {
        await answer(db(), consent)
        await confirm(consent)
        await withdraw(db(), consent)
      },
    ],
    ['ended', 'by a no', (consent) => answer(db(), consent, { answer: 'no' })],
    [
      'ended',
      'when nobody answered in time',
      async (consent) => {
        await letDaysPass(db(), consent.id, 40)
        await remind(db())
      },
    ],
    [
      'ended',
      'where the team refused it',
      ({ complaint }) =>
        db().query(
          `update heard.authorities set refused_at = now(), refused_by = 'team', refusal_reason = 'No papers.'
           where complaint_id = $1`,
          [complaint],
        ),
    ],
    [
      'not-needed',
      'where none is needed',
      ({ complaint }) =>
        db().query('update heard.authorities set not_needed_at = now() where complaint_id = $1', [complaint]),
    ],
  ])('is %s %s', async (expected, _, happens) => {
    const consent = await acting()
    await happens(consent)
    const [row] = await db().query('select heard.authority_of($1) as authority', [consent.complaint])
    expect(row).toEqual({ authority: expected })
  })
})
