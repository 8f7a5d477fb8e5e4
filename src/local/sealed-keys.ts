import { newPair } from '../adapters/sealed-to.ts'

/** Makes a new pair of keys for what is sent while the database is away: README.md, "Deploy". */
const { publicKey, privateKey } = newPair()
console.log(`SEALED_PUBLIC_KEY=${publicKey}\nSEALED_PRIVATE_KEY=${privateKey}`)
console.error(
  'Keep a copy of the second off line: without it, what was sealed to the first cannot be read again.',
)
