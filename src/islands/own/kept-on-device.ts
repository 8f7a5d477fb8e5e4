import type { Fields } from '../../form/question.ts'

/** What somebody who often complains for others keeps of themself. Never anything of the people they act for. */
export interface OwnDetails {
  readonly name: string
  readonly organisation: string
  readonly email: string
  readonly phone: string
}

/** A complaint that they want to find again: its page opens by the link of our letter. */
export interface OwnComplaint {
  readonly reference: string
  /** What they call it. */
  readonly note: string
  /** What stands in the link, after `k=`. */
  readonly key: string
}

export interface Own {
  readonly details: OwnDetails | null
  readonly complaints: readonly OwnComplaint[]
}

const place = 'heard:own'
const nothing: Own = { details: null, complaints: [] }

/** What is kept on this device; nothing where the browser keeps nothing. Never throws. */
export function readOwn(): Own {
  try {
    return (JSON.parse(localStorage.getItem(place) ?? 'null') as Own | null) ?? nothing
  } catch {
    return nothing
  }
}

/** True where the browser took it. */
export function keepOwn(own: Own): boolean {
  try {
    localStorage.setItem(place, JSON.stringify(own))
    return true
  } catch {
    return false
  }
}

export function forgetOwn(): void {
  try {
    localStorage.removeItem(place)
  } catch {
    return
  }
}

/** The key in a link of ours, as it was copied, perhaps with words around it; null where there is none. */
export const keyIn = (pasted: string): string | null =>
  /\/follow\/open\/\?k=([\w-]{20,40})/.exec(pasted)?.[1] ?? null

/** Fills in what is kept where the form has nothing yet: once somebody says that it is for someone else. */
export function withOwnDetails(fields: Fields): Fields {
  const { details } = readOwn()
  if (!details) return fields
  const { name, organisation, email, phone } = details
  const route = email ? 'email' : phone ? 'phone' : ''
  const own = { name, organisation, email, phone, 'reply-route': route }
  const missing = Object.entries(own).filter(([field, text]) => text && !fields[field]?.length)
  return { ...fields, ...Object.fromEntries(missing) }
}
