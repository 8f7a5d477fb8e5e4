import { randomInt, randomUUID } from 'node:crypto'
import type { Portal } from '../complaints/ports.ts'
import { council } from '../council/council.ts'
import { loadWords } from '../words/load.ts'
import { api } from './api.ts'
import { bucket } from './bucket.ts'
import { builtPages } from './built-pages.ts'
import { complaintsRecord } from './complaints-record.ts'
import { consentsRecord } from './consents-record.ts'
import { draftSeal } from './draft-seal.ts'
import { draftsRecord } from './drafts-record.ts'
import { envelope } from './envelope.ts'
import { readEnvironment, type Environment } from './environment.ts'
import { equalityRecord } from './equality-record.ts'
import { clamav } from './clamav.ts'
import { filesRecord, forgettingRecord, lookingRecord } from './files-record.ts'
import { followRecord } from './follow-record.ts'
import { keys } from './keys.ts'
import { outbox } from './outbox.ts'
import { post } from './post.ts'
import { reportsRecord } from './reports-record.ts'
import { seal } from './seal.ts'
import { surveysRecord } from './surveys-record.ts'
import { waitingRoom } from './waiting-room.ts'

let opened: Portal | undefined

/**
 * The portal's real parts, put together once for a process.
 *
 * Never throws: where the environment lacks something, each part that needs it refuses when it is asked, with an
 * error that names what is missing. Pages still have their words, so a person is told and loses nothing.
 */
export function portal(): Portal {
  opened ??= {
    council,
    ...outsideParts(),
    pages: builtPages(),
    wordsIn: remembered(loadWords),
    now: () => new Date(),
    randomNumber: (below) => randomInt(below),
    randomId: () => randomUUID(),
  }
  return opened
}

/** What stands outside this process, or is made from its secret. */
type Outside = Omit<Portal, 'council' | 'pages' | 'wordsIn' | 'now' | 'randomNumber' | 'randomId'>

function outsideParts(): Outside {
  try {
    const environment = readEnvironment(process.env)
    const call = api(environment)
    const asMailer = api(environment, environment.MAILER_TOKEN)
    const ownKeys = keys(environment.HEARD_SECRET)
    return {
      record: complaintsRecord(call),
      waitingRoom: waitingRoom(environment, ownKeys),
      outbox: outbox(asMailer),
      follows: followRecord(call),
      reports: reportsRecord(call),
      consents: consentsRecord(call, asMailer),
      surveys: surveysRecord(call, asMailer),
      equality: equalityRecord(call, asMailer),
      files: {
        record: filesRecord(call),
        quarantine: bucket('quarantine', environment.FILES_TOKEN, environment),
      },
      forgetting: {
        record: forgettingRecord(call),
        quarantine: bucket('quarantine', environment.FILES_TOKEN, environment),
        clean: bucket('clean', environment.SCAN_TOKEN, environment),
      },
      looking: looking(environment),
      drafts: draftsRecord(call),
      draftSeal: draftSeal(environment.HEARD_SECRET),
      envelope: envelope(environment.HEARD_SECRET, 'equality'),
      post: post(environment),
      seal: seal(environment.HEARD_SECRET),
      keys: ownKeys,
      site: environment.URL ?? council.site,
      watch: {
        alarmTo: environment.ALARM_TO ?? council.contacts.complaints.email,
        tryOutTo: environment.TRY_OUT_TO ?? null,
      },
    }
  } catch (error) {
    const refuse = () => Promise.reject(error)
    const noBucket = { uploadAddress: refuse, read: refuse, write: refuse, remove: refuse }
    const refuseNow = (): never => {
      throw error
    }
    return {
      record: {
        submit: refuse,
        forgetCallers: refuse,
        oldestWaiting: refuse,
        tryOut: refuse,
        endTryOuts: refuse,
      },
      waitingRoom: { keep: refuse, list: refuse, open: refuse, remove: refuse },
      outbox: outbox(refuse),
      follows: followRecord(refuse),
      consents: consentsRecord(refuse, refuse),
      reports: reportsRecord(refuse),
      surveys: surveysRecord(refuse, refuse),
      equality: equalityRecord(refuse, refuse),
      files: {
        record: filesRecord(refuse),
        quarantine: noBucket,
      },
      forgetting: { record: forgettingRecord(refuse), quarantine: noBucket, clean: noBucket },
      looking: null,
      drafts: draftsRecord(refuse),
      draftSeal: { finder: refuseNow, close: refuseNow, open: refuseNow },
      envelope: { close: refuseNow, open: refuseNow },
      post: { hash: refuseNow, send: refuse },
      seal: { close: refuse, open: refuse },
      keys: { code: refuseNow, link: refuseNow, proof: refuseNow, draw: refuseNow },
      site: council.site,
      watch: {
        // Read when it is asked for: the council's data may be what is missing.
        get alarmTo() {
          return council.contacts.complaints.email
        },
        tryOutTo: null,
      },
    }
  }
}

/** What looks through files; null where nobody has given it a token. */
function looking(environment: Environment): Portal['looking'] {
  const { SCAN_TOKEN: token, SCANNER_URL: scanner } = environment
  if (!token) return null
  return {
    record: lookingRecord(api(environment, token)),
    quarantine: bucket('quarantine', token, environment),
    clean: bucket('clean', token, environment),
    scanner: scanner ? clamav(scanner) : null,
  }
}

function remembered<Value>(find: (key: string) => Value): (key: string) => Value {
  const found = new Map<string, Value>()
  return (key) => {
    const value = found.get(key) ?? find(key)
    found.set(key, value)
    return value
  }
}
