import type { Fields } from '../../form/question.ts'

/** What the tab remembers until it is sent or closed, over a reload and a crash. It leaves the device when it is sent or saved. */
export interface Kept {
  readonly fields: Fields
  /** The submission's id: made once, so that a send that is tried again is still the same one. */
  readonly submission: string
  /** The code the answers were saved under, once they were: saved again, they take their own place. */
  readonly draft?: string | undefined
  /** What to say of answers that were saved and opened again, until the first step is passed. */
  readonly notes?: readonly string[] | undefined
  /** What to know of an answer before it is read again, by the question's id. */
  readonly remarks?: Readonly<Record<string, string>> | undefined
}

const name = 'heard:complain'

/** What was kept, or a fresh start. A browser that refuses storage only loses the safety of a reload. */
export function recall(): Kept {
  try {
    const held = JSON.parse(sessionStorage.getItem(name) ?? 'null') as Kept | null
    if (held) return held
  } catch {
    return fresh()
  }
  return fresh()
}

/** True where the browser took it. Where storage is full or refused, the answers are still in the page. */
export function keep(kept: Kept): boolean {
  try {
    sessionStorage.setItem(name, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

export function forget(): void {
  try {
    sessionStorage.removeItem(name)
  } catch {
    return
  }
}

export const isKept = (): boolean => {
  try {
    return sessionStorage.getItem(name) !== null
  } catch {
    return false
  }
}

const fresh = (): Kept => ({ fields: {}, submission: crypto.randomUUID() })
