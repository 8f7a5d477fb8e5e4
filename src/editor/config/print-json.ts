/** As wide as .prettierrc.json lets a line be. */
const width = 110

/**
 * JSON as the project's formatter prints it, so that a file that the editor saved changes in the lines that were
 * edited: what fits on a line stands on one, but the file itself and lists of several groups.
 */
export const printJson = (value: unknown): string =>
  `${printed(value, '', 0, { broken: true, last: true })}\n`

/** `before` is how many characters of its line stand before a value, the indent apart. */
function printed(
  value: unknown,
  indent: string,
  before: number,
  { broken = false, last = false }: { broken?: boolean; last?: boolean },
): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const list = Array.isArray(value)
  const [open, close] = list ? ['[', ']'] : ['{', '}']
  const parts: [string, unknown][] = list
    ? value.map((item): [string, unknown] => ['', item])
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]): [string, unknown] => [`${JSON.stringify(key)}: `, item])
  if (parts.length === 0) return open + close
  const flat = oneLine(value)
  // A comma follows, but for the last of a group.
  const room = width - indent.length - before - (last ? 0 : 1)
  if (!broken && !(list && severalGroups(value)) && flat && flat.length <= room) return flat
  const deeper = `${indent}  `
  const lines = parts.map(
    ([key, item], i) => deeper + key + printed(item, deeper, key.length, { last: i === parts.length - 1 }),
  )
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`
}

/** A value on one line, or null where a list of several groups is in it. */
function oneLine(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const list = Array.isArray(value)
  if (list && severalGroups(value)) return null
  const parts = list
    ? value.map(oneLine)
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => {
          const line = oneLine(item)
          return line === null ? null : `${JSON.stringify(key)}: ${line}`
        })
  if (parts.includes(null)) return null
  if (parts.length === 0) return list ? '[]' : '{}'
  return list ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`
}

/** The formatter breaks a list of two or more groups that each have two keys or more. */
const severalGroups = (list: readonly unknown[]): boolean =>
  list.length > 1 &&
  list.every((item) => typeof item === 'object' && item !== null && Object.keys(item).length > 1)
