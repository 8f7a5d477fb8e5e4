import { editedOfCouncil } from './council.ts'
import { printJson } from './print-json.ts'

/** How a file is read and written, where the editor's own way would lose something. */
export interface Format {
  readonly fromFile: (text: string) => unknown
  readonly toFile: (value: Readonly<Record<string, unknown>>) => string
}

/**
 * council.json: the parts that the editor shows are written as they are there, all else as it was read. The keys keep
 * their order, so that a change is seen as one.
 */
export function councilFormat(): Format {
  let last: Record<string, unknown> = {}
  return {
    fromFile: (text) => (last = JSON.parse(text) as Record<string, unknown>),
    toFile: (value) => {
      const parts = editedOfCouncil.map((key) => [key, inOrderOf(last[key], value[key])] as const)
      last = { ...last, ...Object.fromEntries(parts) }
      return printJson(last)
    },
  }
}

/** A file of ours, as the project's formatter prints it. */
export const ownFormat: Format = { fromFile: (text) => JSON.parse(text) as unknown, toFile: printJson }

/** A value with the keys of its groups in the order of another, and new keys after them. */
export function inOrderOf(model: unknown, value: unknown): unknown {
  if (Array.isArray(value))
    return value.map((item, i) => inOrderOf(Array.isArray(model) ? (model[i] ?? model[0]) : undefined, item))
  if (typeof value !== 'object' || value === null) return value
  const own = value as Record<string, unknown>
  const before = typeof model === 'object' && model !== null ? (model as Record<string, unknown>) : {}
  const keys = [
    ...Object.keys(before).filter((key) => key in own),
    ...Object.keys(own).filter((key) => !(key in before)),
  ]
  return Object.fromEntries(keys.map((key) => [key, inOrderOf(before[key], own[key])]))
}
