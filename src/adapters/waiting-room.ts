import { getStore, type Store } from '@netlify/blobs'
import type { Keys, Submission, WaitingRoom, WaitingSubmission } from '../complaints/ports.ts'
import type { Environment } from './environment.ts'
import { openSealed, sealTo } from './sealed-to.ts'

/** The store of sealed submissions did not do what it was asked. Holds the call's name and nothing else. */
export class WaitingRoomUnavailable extends Error {
  constructor(call: string) {
    super(`The store of sealed submissions did not take ${call}.`)
    this.name = 'WaitingRoomUnavailable'
  }
}

/** For one call of the store, in milliseconds. */
const patience = 5000

type Settings = Pick<Environment, 'SEALED_PUBLIC_KEY' | 'SEALED_PRIVATE_KEY'>

/**
 * Submissions that wait for the record, sealed, in Netlify Blobs. A place is made from the submission's id with the
 * portal's secret, so that the same one lies there once and the name tells nothing. Beside the bytes lies a proof of the
 * answers, to know the same ones again. Strong consistency: whoever lists the store finds what was just put there.
 */
export function waitingRoom(settings: Settings, { draw }: Pick<Keys, 'draw'>): WaitingRoom {
  const { SEALED_PUBLIC_KEY: publicKey, SEALED_PRIVATE_KEY: privateKeys } = settings
  const drawn = (text: string) => Buffer.from(draw(text)).toString('base64url')
  const placeOf = (submission: Submission) => drawn(`${submission.submission_id}:waits`)
  return {
    async keep(submission, draftFinder) {
      if (!publicKey) throw new WaitingRoomUnavailable('a submission (SEALED_PUBLIC_KEY is not set)')
      const place = placeOf(submission)
      const same = drawn(`${submission.submission_id}:${JSON.stringify(submission.answers)}`)
      const waiting: WaitingSubmission = { submission, ...(draftFinder && { draftFinder }) }
      const sealed = sealTo(publicKey, JSON.stringify(waiting), place)
      return asked('a submission', async (store) => {
        const { modified } = await store.set(place, new Blob([sealed]), {
          onlyIfNew: true,
          metadata: { same },
        })
        // The package calls every answer but 412 a success, so what is there is looked at before anybody is told.
        const found = await store.getMetadata(place)
        if (!found) throw new WaitingRoomUnavailable('a submission')
        return { created: modified, same_answers: found.metadata['same'] === same }
      })
    },
    list: () => asked('a list', async (store) => (await store.list()).blobs.map(({ key }) => key)),
    open: (place) =>
      asked('a read', async (store) => {
        const sealed = await store.get(place, { type: 'arrayBuffer' })
        if (!sealed) return 'gone'
        const text = openSealed(privateKeys?.split(' ') ?? [], new Uint8Array(sealed), place)
        return text === null ? 'unreadable' : (JSON.parse(text) as WaitingSubmission)
      }),
    remove: (place) => asked('a deletion', (store) => store.delete(place)),
  }
}

/** Asks the store. Its own errors may quote what it was sent, so they go no further. */
async function asked<Answer>(call: string, work: (store: Store) => Promise<Answer>): Promise<Answer> {
  try {
    // Frankfurt: the nearest to London that there is, under a law that the United Kingdom holds to be adequate.
    const settings = {
      name: 'sealed',
      consistency: 'strong',
      region: 'eu-central-1',
      fetch: askOnce,
    } as const
    return await work(getStore(settings))
  } catch (error) {
    throw error instanceof WaitingRoomUnavailable ? error : new WaitingRoomUnavailable(call)
  }
}

/**
 * Asks within a time, and once. The package tries five times more, five seconds apart, whenever a call fails or meets
 * 429 or 5xx; a person is waiting, so such an answer becomes one that it does not try again.
 */
const askOnce: typeof fetch = async (address, init) => {
  const failed = new Response(null, { status: 400 })
  try {
    const answer = await fetch(address, { ...init, signal: AbortSignal.timeout(patience) })
    return answer.status === 429 || answer.status === 403 || answer.status >= 500 ? failed : answer
  } catch {
    return failed
  }
}
