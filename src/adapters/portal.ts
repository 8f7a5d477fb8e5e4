import { randomInt, randomUUID } from 'node:crypto'
import type { Portal } from '../complaints/ports.ts'
import { council } from '../council/council.ts'
import { loadWords } from '../words/load.ts'
import { builtPages } from './built-pages.ts'
import { complaintsRecord } from './complaints-record.ts'
import { readEnvironment } from './environment.ts'
import { post } from './post.ts'
import { seal } from './seal.ts'

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

function outsideParts(): Pick<Portal, 'record' | 'post' | 'seal'> {
  try {
    const environment = readEnvironment(process.env)
    return {
      record: complaintsRecord(environment),
      post: post(environment),
      seal: seal(environment.HEARD_SECRET),
    }
  } catch (error) {
    const refuse = () => Promise.reject(error)
    return {
      record: { submit: refuse, claimMessages: refuse, messageSent: refuse, messageFailed: refuse },
      post: { send: refuse },
      seal: { close: refuse, open: refuse },
    }
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
