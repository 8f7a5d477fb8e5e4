import type { Fields } from '../../form/question.ts'

/** What the tab remembers until it is sent or closed, over a reload and a crash. It never leaves the device. */
export interface Kept {
  readonly fields: Fields
  /** The submission's id: made once, so that a send that is tried again is still the same one. */
  readonly submission: string
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

export function keep(kept: Kept): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(kept))
  } catch {
    // Storage is full or refused: the answers are still in the page.
    return
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
