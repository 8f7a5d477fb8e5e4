import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'

/** The lengths that everything is filled up to, in bytes, so that its size tells little of what is in it. */
const lengths = [32_768, 131_072, 524_288, 2_097_152]

/** What goes before the 32 bytes of an X25519 key where Node reads it: RFC 8410. */
const beforePublic = Buffer.from('302a300506032b656e032100', 'hex')
const beforePrivate = Buffer.from('302e020100300506032b656e04220420', 'hex')

/**
 * Seals text so that only the holder of the private key can open it: X25519 with a key that is used once, HKDF, and
 * AES-256-GCM. `about` is bound to it: under another name it does not open. Throws where the text is too long or
 * the key (32 bytes in base64url) is none.
 */
export function sealTo(publicKey: string, text: string, about: string): Uint8Array<ArrayBuffer> {
  const words = Buffer.from(text)
  const length = lengths.find((one) => words.length < one)
  if (!length) throw new RangeError('Too long to be sealed.')
  const filled = Buffer.alloc(length, ' ')
  words.copy(filled)
  const once = generateKeyPairSync('x25519')
  const sender = rawPublic(once.publicKey)
  const nonce = randomBytes(12)
  const key = sharedKey(once.privateKey, readPublic(publicKey), sender, Buffer.from(publicKey, 'base64url'))
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
  return new Uint8Array(
    Buffer.concat([sender, nonce, cipher.update(filled), cipher.final(), cipher.getAuthTag()]),
  )
}

/** What `sealTo` sealed, with whichever of the private keys fits; null where none does, or it was changed. */
export function openSealed(privateKeys: readonly string[], sealed: Uint8Array, about: string): string | null {
  const bytes = Buffer.from(sealed)
  const [sender, nonce, tag] = [bytes.subarray(0, 32), bytes.subarray(32, 44), bytes.subarray(-16)]
  for (const text of privateKeys) {
    try {
      const own = readPrivate(text)
      const key = sharedKey(own, readPublic(sender), sender, rawPublic(createPublicKey(own)))
      const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about)).setAuthTag(tag)
      const opened = Buffer.concat([decipher.update(bytes.subarray(44, -16)), decipher.final()])
      return opened.toString('utf8').trimEnd()
    } catch {
      // Another of them may open it: while keys are changed, there are two.
    }
  }
  return null
}

/** A new pair, each 32 bytes in base64url. */
export function newPair(): { readonly publicKey: string; readonly privateKey: string } {
  const pair = generateKeyPairSync('x25519')
  const raw = pair.privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(beforePrivate.length)
  return {
    publicKey: rawPublic(pair.publicKey).toString('base64url'),
    privateKey: raw.toString('base64url'),
  }
}

/** Both public keys go into the key, so that a sealed text is bound to whom it is for. */
const sharedKey = (own: KeyObject, other: KeyObject, sender: Buffer, receiver: Buffer): Buffer =>
  Buffer.from(
    hkdfSync(
      'sha256',
      diffieHellman({ privateKey: own, publicKey: other }),
      Buffer.concat([sender, receiver]),
      'heard:sealed-to',
      32,
    ),
  )

const readPublic = (key: string | Buffer): KeyObject =>
  createPublicKey({
    key: Buffer.concat([beforePublic, typeof key === 'string' ? Buffer.from(key, 'base64url') : key]),
    format: 'der',
    type: 'spki',
  })

const readPrivate = (key: string): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([beforePrivate, Buffer.from(key, 'base64url')]),
    format: 'der',
    type: 'pkcs8',
  })

const rawPublic = (key: KeyObject): Buffer =>
  key.export({ format: 'der', type: 'spki' }).subarray(beforePublic.length)
