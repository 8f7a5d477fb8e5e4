import { submission } from '../../complaints/submit.ts'
import { textIn, type Council } from '../../council/council.ts'
import { published } from '../../council/editions.ts'
import { londonDay } from '../../council/working-days.ts'
import { choice } from '../../form/kinds/choice.ts'
import { complain } from '../../form/journeys/complain.ts'
import { formVersion } from '../../form/version.ts'
import { wordingOf } from '../../form/wording.ts'
import type { Act } from '../act.ts'
import { pastDay } from '../kinds.ts'

/** How a complaint came, as reports count it: the council's own list, but the site, and MPs, who are known by who writes. */
const channel = ({ categories }: Council) =>
  choice({
    id: 'desk-channel',
    options: categories.channels.flatMap(({ id }) => (id === 'web' || id === 'mp' ? [] : id)),
    record: 'desk.channel',
  })

/** What we write to them in: an edition, whose questions the record then has. */
const language = (council: Council) =>
  choice({ id: 'desk-language', options: published(council).map(({ tag }) => tag), record: 'desk.language' })

const receivedOn = pastDay({ id: 'desk-received-on', record: 'desk.received_on' })

/** What the site asks, but files: they come with the letter, and stay with it. */
const asOnTheSite = complain.steps.filter(({ id }) => id !== 'files')

/** Writes down what somebody said or sent: the same questions, and the same clocks, as on the site. */
export const record: Act = {
  id: 'record',
  about: 'none',
  journey: (_, { portal }) => ({
    id: 'desk-record',
    steps: [
      { id: 'how-it-came', questions: [channel(portal.council), receivedOn, language(portal.council)] },
      ...asOnTheSite,
    ],
  }),
  begin: (_, { surroundings, portal }) => {
    const [year, month, day] = surroundings.today.split('-').map((part) => String(Number(part)))
    return {
      kind: 'complaint',
      'desk-language': published(portal.council)[0]?.tag ?? '',
      'for-whom': 'myself',
      'desk-received-on-day': day!,
      'desk-received-on-month': month!,
      'desk-received-on-year': year!,
    }
  },
  toArgs: ({ id, outcome, answer }, _, { portal }) => {
    const received_on = answer('desk-received-on')
    const now = portal.now()
    const tag = answer('desk-language')
    const words = portal.wordsIn(tag)
    const named = (id: string) => portal.council.services.find((service) => service.id === id)?.name
    const written = wordingOf(tag, words, (id) => textIn(named(id) ?? {}, tag))
    const { files, ...kept } = submission({
      submissionId: id,
      formVersion: formVersion(complain, words),
      answers: outcome.answers.filter(({ question }) => !question.record.startsWith('desk.')),
      kept: [],
      wording: written,
      // The clocks run from the day it reached the council, whatever the hour.
      receivedAt: received_on === londonDay(now) ? now : new Date(`${received_on}T12:00:00Z`),
      random: portal.randomNumber,
      newId: portal.randomId,
      keys: portal.keys,
      council: portal.council,
    })
    // Nobody sends files to the desk, so the function takes none.
    if (files.length) throw new Error('A complaint that is written down has no files.')
    const came = kept.channel === 'mp' ? 'mp' : answer('desk-channel')
    return { received_on, submission: { ...kept, channel: came } }
  },
}
