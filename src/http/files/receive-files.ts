import { readHandle } from '../../form/file-handle.ts'
import { finishFile, startFile, takeBack } from '../../files/take-in.ts'
import type { Portal } from '../../complaints/ports.ts'
import { json, methodNotAllowed } from '../answer.ts'
import { tooManyTries } from '../too-many-tries.ts'
import { logFailure } from '../log-failure.ts'
import { readText } from '../read-form.ts'
import { limitsOf } from './limits.ts'
import { whoAsks } from './who-asks.ts'

/** The longest request, in bytes: a handle and its name. */
const longest = 10_000

/** Answers `/api/files`, where the browser begins a file, says that it is there, or takes it back: see src/files/ports.ts. */
export async function receiveFiles(request: Request, address: string, portal: Portal): Promise<Response> {
  if (request.method !== 'POST') return methodNotAllowed('POST')
  const asked = await readJson(request)
  if (!asked) return json({ refused: 'wrong-request' }, 400)
  const limits = limitsOf(portal.council)
  try {
    if (asked.do === 'start') {
      const { size } = asked
      if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) return wrong()
      const started = await startFile(size, whoAsks(address, portal), portal.files, limits)
      return json(started, 'refused' in started ? 422 : 201)
    }
    const handle = typeof asked.handle === 'string' ? readHandle(asked.handle) : null
    if (!handle) return wrong()
    if (asked.do === 'finish') {
      const taken = await finishFile(handle, portal.files, limits)
      return json(taken, 'refused' in taken ? 422 : 200)
    }
    if (asked.do === 'remove') {
      await takeBack(handle, portal.files)
      return json({}, 200)
    }
    return wrong()
  } catch (error) {
    if (tooManyTries(error)) return json({ refused: 'busy' }, 429)
    logFailure(error)
    return json({ refused: 'failed' }, 503)
  }
}

const wrong = (): Response => json({ refused: 'wrong-request' }, 400)

interface Asked {
  readonly do?: unknown
  readonly size?: unknown
  readonly handle?: unknown
}

/** What was asked, as an object; null where it is none. */
async function readJson(request: Request): Promise<Asked | null> {
  if (request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() !== 'application/json')
    return null
  const text = await readText(request, longest)
  if (text === null) return null
  try {
    const asked: unknown = JSON.parse(text)
    return typeof asked === 'object' && asked !== null ? asked : null
  } catch {
    return null
  }
}
