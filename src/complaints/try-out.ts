import type { Council } from '../council/council.ts'
import { complain } from '../form/journeys/complain.ts'
import type { Fields, Surroundings } from '../form/question.ts'
import { validate } from '../form/validate.ts'
import type { Portal, Submission } from './ports.ts'

/** A visit to the site from outside, as a person's browser makes it without scripts. */
export interface Visitor {
  /** Posts a form, and gives the address of the page that follows. Throws where there is none. */
  send(path: string, fields: Readonly<Record<string, string>>): Promise<string>
  /** Opens a page. Throws where it is not there. */
  open(path: string): Promise<void>
}

/** The field in which the site's own proof travels, and what that is sealed for. */
export const tryOutField = 'try-out'

/** True for a post that the site has sent to itself: nobody else can make the proof, which is good for minutes. */
export const isTryOut = async (proof: string | undefined, { seal }: Pick<Portal, 'seal'>): Promise<boolean> =>
  proof !== undefined && (await seal.open(proof, tryOutField)) !== null

/** A submission as a try-out: the same in all, but told to no team, and left out of every count. Pure. */
export const asTryOut = (made: Submission): Submission => ({
  ...made,
  channel: 'try-out',
  messages: made.messages.filter(({ recipient }) => recipient === 'complainant'),
  marks: [],
  caller: null,
})

/**
 * A made-up complaint as a form posts it, about the first service that asks nothing more than what is here. Throws
 * where the form has come to ask more of every service: then this has to answer it. Pure.
 */
export function madeUpComplaint(council: Council, around: Surroundings, email: string): Fields {
  const found = council.services
    .map(({ id }) => answersAbout(id, email))
    .find((answers) => validate(complain, answers, around).errors.length === 0)
  if (!found) throw new Error('The form asks more than a try-out answers.')
  return found
}

const answersAbout = (service: string, email: string): Fields => ({
  kind: 'complaint',
  service,
  'for-whom': 'myself',
  risk: 'no',
  'what-happened': 'This is a test that the site makes of itself each hour. Nobody has complained.',
  'told-before': 'no',
  'first-report': 'complaint',
  outcome: 'Nothing.',
  discrimination: 'no',
  'reply-route': 'email',
  name: 'Hourly Test',
  email,
})
