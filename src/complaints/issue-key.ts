import type { IssuedKey, KeyPurpose, Keys, Role } from './ports.ts'

interface Making {
  readonly newId: () => string
  readonly keys: Keys
}

/** A new key for one person and one purpose, as the database is given it. */
export function issueKey({ newId, keys }: Making, purpose: KeyPurpose, role: Role): IssuedKey {
  const id = newId()
  return {
    id,
    purpose,
    role,
    code_proof: keys.proof(keys.code(id)),
    link_proof: keys.proof(keys.link(id)),
  }
}
