import type { Keys } from '../ports.ts'

/** What a key of the purpose consent becomes: the link to answer, the letter to print, and the code in both. */
export const consentLinks = (
  key: string,
  { keys, site }: { readonly keys: Keys; readonly site: string },
) => ({
  code: keys.code(key),
  open: `${site}/consent/open/?k=${keys.link(key)}`,
  letter: `${site}/consent/letter/?k=${keys.link(key)}`,
})
