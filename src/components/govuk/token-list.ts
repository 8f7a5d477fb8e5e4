/** Joins class names or ids with spaces, leaving out what is absent; undefined when nothing is left. */
export const tokens = (...names: (string | false | null | undefined)[]): string | undefined =>
  names.filter(Boolean).join(' ') || undefined
