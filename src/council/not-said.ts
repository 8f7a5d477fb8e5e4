/** "Prefer not to say", an answer to every question about a person: what no answer of the council's own may be called. */
export const notSaid = 'prefer-not-to-say'
