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

/** The portal's real parts, put together once for a process. Throws where the environment lacks something. */
export function portal(): Portal {
  const environment = readEnvironment(process.env)
  opened ??= {
    council,
    record: complaintsRecord(environment),
    post: post(environment),
    pages: builtPages(),
    seal: seal(environment.HEARD_SECRET),
    wordsIn: remembered(loadWords),
    now: () => new Date(),
    randomNumber: (below) => randomInt(below),
    randomId: () => randomUUID(),
  }
  return opened
}

function remembered<Value>(find: (key: string) => Value): (key: string) => Value {
  const found = new Map<string, Value>()
  return (key) => {
    const value = found.get(key) ?? find(key)
    found.set(key, value)
    return value
  }
}
