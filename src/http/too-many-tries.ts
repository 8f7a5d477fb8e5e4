/** True where the record refused because a code was tried too often in this hour. */
export const tooManyTries = (error: unknown): boolean =>
  error instanceof Error && 'refusal' in error && error.refusal === 'too-many-tries'
