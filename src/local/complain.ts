/** Says that something failed and where in the code. The error's message stays out: it may quote what people wrote. */
export function complain(what: string, error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? '').split('\n') : []
  const places = stack.filter((line) => /^ +at .+:\d+:\d+\)?$/.test(line))
  console.error(
    [`${what} failed: ${error instanceof Error ? error.name : typeof error}`, ...places].join('\n'),
  )
}
