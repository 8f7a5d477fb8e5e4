import { describe, expect, it } from 'vitest'
import type { Mail } from '../../src/local/mailbox/mail.ts'
import { council, firstStageOf, procedureOf } from '../../src/council/council.ts'
import { deadlines } from '../../src/council/deadlines.ts'
import { londonDay } from '../../src/council/working-days.ts'
import { textOf, type Fields } from '../../src/form/question.ts'
import { dayInWords } from '../../src/words/dates.ts'
import { patience, useJourneys } from '../support/journey-browser.ts'
import { openAt, sendIt } from '../support/journey-form.ts'
import { brokenPath, coldFlat, missedBins, nameless, thanks } from '../support/journey-people.ts'
import { t } from '../support/journey-words.ts'

const journeys = useJourneys()
const team = council.contacts.complaints.email
const safeguarding = council.safeguarding.email

/** What a complaint by these answers brought: its reference, the page after sending, the letters by address. */
interface Sent {
  readonly reference: string
  readonly page: string
  letterTo(address: string): Promise<Mail>
  /** Every letter there is, once the last one has gone. */
  letters(): Promise<Mail[]>
}

async function send(fields: Fields): Promise<Sent> {
  const page = await journeys.page()
  await openAt(page, 'check', fields)
  const reference = await sendIt(page, textOf(fields, 'kind'))
  const about = (mail: Mail) => mail.subject.includes(reference)
  return {
    reference,
    page: await page.locator('main').innerText(),
    letterTo: (address) =>
      journeys.portal.waitForMail((mail) => about(mail) && mail.to.some((to) => to.includes(address))),
    async letters() {
      const waiting = `select m.id from heard.outgoing_messages m join heard.complaints c on c.id = m.complaint_id
        where c.reference = '${reference}' and m.sent_at is null`
      // Sent quicker than any person sends it, it has a mark, and its letters wait for the schedule.
      await journeys.portal.runSchedule('send-mail')
      await expect.poll(() => journeys.portal.sql(waiting), patience).toEqual([])
      return (await journeys.portal.mails()).filter(about)
    },
  }
}

describe('the letters that a complaint brings', () => {
  it('acknowledges it at once: what was told, what would put it right, the reference, the one date', async () => {
    const { reference, page, letterTo } = await send(missedBins)
    const letter = await letterTo(textOf(missedBins, 'email'))
    const stage = firstStageOf(procedureOf('bins'))
    const today = londonDay(new Date())
    const { respondByLatest } = deadlines(stage, { received: today, acknowledged: today })
    const date = dayInWords(respondByLatest ?? '', 'en')

    expect(letter.subject).toBe(t('letters.acknowledgement.subject', { reference }))
    expect(letter.replyTo).toEqual([team])
    expect(page).toContain(t('sent.outlook.one-date', { respondBy: date }))
    const sentences = [
      reference,
      t('letters.hello', { name: textOf(missedBins, 'name') }),
      t('letters.outlook.one-date.date', { respondBy: date }),
      t('letters.no-harm'),
      textOf(missedBins, 'outcome'),
      textOf(missedBins, 'where'),
      council.ombudsmen[0]!.phone,
      council.contacts.complaints.phone,
      ...textOf(missedBins, 'what-happened').split('\n\n'),
    ]
    for (const sentence of sentences) expect(letter.text).toContain(sentence)
    for (const sentence of sentences) expect(await readable(letter)).toContain(sentence)
    // Beside the day it came, the reply has the only date, in both places.
    expect(datesIn(page)).toEqual(new Set([date]))
    expect(datesIn(letter.text ?? '')).toEqual(new Set([dayInWords(today, 'en'), date]))
  })

  it('tells the team everything, with the flags and the person’s needs first', async () => {
    const { reference, letterTo } = await send(missedBins)
    const letter = await letterTo(team)
    const service = council.services.find(({ id }) => id === 'bins')!.name['en'] ?? ''
    expect(letter.subject).toBe(t('letters.new-submission.subject.complaint', { reference, service }))
    const text = letter.text ?? ''
    const needs = [
      ...['large-print', 'interpreter'].map((need) => t(`questions.adjustments.options.${need}`)),
      textOf(missedBins, 'interpreter-language'),
      textOf(missedBins, 'adjustments-details'),
    ]
    for (const part of [
      t('letters.new-submission.flags.discrimination-not-sure'),
      needs.join(t('letters.list-separator')),
      textOf(missedBins, 'name'),
      textOf(missedBins, 'email'),
      textOf(missedBins, 'told-before-details'),
      textOf(missedBins, 'discrimination-details'),
    ])
      expect(text).toContain(part)
    expect(text.indexOf(t('letters.new-submission.flags.discrimination-not-sure'))).toBeLessThan(
      text.indexOf(textOf(missedBins, 'where')),
    )
    expect(text).not.toContain(t('letters.new-submission.flags.safeguarding-yes'))
  })

  it('tells the safeguarding team at once where someone is at risk, and the person when it reads', async () => {
    const { reference, page, letterTo } = await send(coldFlat)
    const letter = await letterTo(safeguarding)
    expect(letter.subject).toBe(t('letters.risk-of-harm.subject', { reference }))
    expect(letter.text).toContain(t('letters.risk-of-harm.lead-yes'))
    expect(letter.text).toContain(textOf(coldFlat, 'what-happened'))
    expect((await letterTo(team)).text).toContain(t('letters.new-submission.flags.safeguarding-yes'))
    const when = council.safeguarding.readMessages['en'] ?? ''
    expect(page).toContain(t('complain.steps.help-now.told', { when }))
  })

  it('says nothing to the safeguarding team where nobody is at risk', async () => {
    const { letters } = await send(missedBins)
    const to = (await letters()).flatMap((mail) => mail.to)
    expect(to.toSorted()).toEqual([team, textOf(missedBins, 'email')].toSorted())
  })

  it.each([
    ['phone', coldFlat],
    ['post', brokenPath],
  ])(
    'promises two dates to a person who is answered by %s, and writes them no email',
    async (route, fields) => {
      const { page, letters } = await send(fields)
      const stage = firstStageOf(procedureOf(textOf(fields, 'service')))
      const { acknowledgeBy, respondByLatest } = deadlines(stage, {
        received: londonDay(new Date()),
        acknowledged: null,
      })
      const promised = {
        acknowledgeBy: dayInWords(acknowledgeBy ?? '', 'en'),
        respondBy: dayInWords(respondByLatest ?? '', 'en'),
      }
      expect(page).toContain(t(`sent.outlook.two-dates.${route}`, promised))
      expect(page).toContain(t('sent.outlook.two-dates.date', promised))
      expect(page).not.toContain(t('sent.email-gone'))
      const known = [team, safeguarding]
      expect((await letters()).flatMap((mail) => mail.to).filter((to) => !known.includes(to))).toEqual([])
      expect((await letters()).find(({ to }) => to.includes(team))?.text).toContain(
        t(`letters.new-submission.do.acknowledge-${route}`, promised),
      )
    },
  )

  it('promises no reply to a person who gave no name, and says that they can ring', async () => {
    const { page } = await send(nameless)
    expect(page).toContain(t('sent.outlook.no-reply'))
    expect(datesIn(page)).toEqual(new Set())
  })

  it('thanks for a compliment, and promises nothing', async () => {
    const { page, letterTo, reference } = await send(thanks)
    const letter = await letterTo(textOf(thanks, 'email'))
    expect(letter.subject).toBe(t('letters.thanks.subject', { reference }))
    expect(letter.text).toContain(textOf(thanks, 'what-went-well'))
    expect(page).toContain(t('sent.outlook.thanks'))
    expect(page).not.toContain(t('sent.unhappy'))
  })

  it('names nobody in a subject, whoever the letter is to', async () => {
    const { letters } = await send({ ...missedBins, risk: 'not-sure' })
    const subjects = (await letters()).map(({ subject }) => subject)
    expect(subjects).toHaveLength(3)
    const personal = ['name', 'email', 'what-happened', 'where', 'outcome'].map((name) =>
      textOf(missedBins, name),
    )
    for (const subject of subjects) for (const words of personal) expect(subject).not.toContain(words)
  })
})

/** The words of a letter's HTML, as a mail program shows them. */
async function readable({ html }: Mail): Promise<string> {
  const page = await journeys.page()
  await page.setContent(html ?? '')
  return page.locator('body').innerText()
}

/** Every whole date that a text names. */
const datesIn = (text: string): Set<string> =>
  new Set(text.match(/(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d{1,2} \p{L}+ \d{4}/gu) ?? [])
