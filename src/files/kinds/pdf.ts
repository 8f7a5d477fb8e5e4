import { createHash, createCipheriv } from 'node:crypto'
import { latin, type Bytes } from '../bytes.ts'

export const pdf = 'application/pdf'

/** What a reader is asked for when no password is typed (ISO 32000-1, algorithm 2, step a). */
const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')

/**
 * True for a PDF that asks for a password before it opens. Many are encrypted without one, to forbid copying: they
 * open for anybody, and are taken. Where the way of encrypting is one that nobody knows, it counts as locked.
 */
export function isLocked(bytes: Bytes): boolean {
  const text = latin(bytes)
  // The last word counts: a PDF that was changed says it again at its end.
  const said = [...text.matchAll(/\/Encrypt\s+(?:(\d{1,9})\s+(\d{1,5})\s+R|<<)/g)].at(-1)
  if (!said) return false
  const found = said[1] ? new RegExp(`(?:^|[^0-9])${said[1]}\\s+${said[2]}\\s+obj\\b`).exec(text) : said
  if (!found) return true
  const facts = text.slice(found.index, found.index + 5000)
  const identity = /\/ID\s*\[\s*(<[0-9a-fA-F\s]*>|\()/.exec(text)
  const first = identity
    ? textAt(text, identity.index + identity[0].length - identity[1]!.length)
    : Buffer.alloc(0)
  return !opensWithoutPassword(facts, first)
}

function opensWithoutPassword(facts: string, identity: Buffer): boolean {
  const number = (name: string): number => Number(new RegExp(`/${name}\\s+(-?\\d+)`).exec(facts)?.[1] ?? NaN)
  const text = (name: string): Buffer => {
    const found = new RegExp(`/${name}\\s*(?=[<(])`).exec(facts)
    return found ? textAt(facts, found.index + found[0].length) : Buffer.alloc(0)
  }
  const revision = number('R')
  const user = text('U')
  if (revision >= 5) {
    // Eight bytes of salt follow the hash (ISO 32000-2, algorithm 11).
    const salt = user.subarray(32, 40)
    const hash = revision === 5 ? sha(256, salt) : hardened(salt)
    return hash.equals(user.subarray(0, 32))
  }
  if (revision < 2 || Number.isNaN(revision)) return false
  // From revision 4 on, what is said of a length may be that of a part.
  const bits = revision === 2 ? 40 : revision >= 4 ? 128 : number('Length') || 40
  const permissions = Buffer.alloc(4)
  permissions.writeInt32LE(number('P') | 0)
  const plainMetadata = revision >= 4 && /\/EncryptMetadata\s+false/.test(facts)
  let key = md5(
    Buffer.concat([
      padding,
      text('O').subarray(0, 32),
      permissions,
      identity,
      plainMetadata ? Buffer.alloc(4, 0xff) : Buffer.alloc(0),
    ]),
  )
  const length = Math.min(16, Math.max(5, bits / 8))
  if (revision >= 3) for (let turn = 0; turn < 50; turn += 1) key = md5(key.subarray(0, length))
  key = key.subarray(0, length)
  if (revision === 2) return rc4(key, padding).equals(user.subarray(0, 32))
  let proof = rc4(key, md5(Buffer.concat([padding, identity])))
  for (let turn = 1; turn <= 19; turn += 1)
    proof = rc4(
      key.map((byte) => byte ^ turn),
      proof,
    )
  return proof.equals(user.subarray(0, 16))
}

const md5 = (bytes: Buffer): Buffer => createHash('md5').update(bytes).digest()
const sha = (bits: 256 | 384 | 512, bytes: Buffer): Buffer => createHash(`sha${bits}`).update(bytes).digest()

/** The hash of revision 6, for an empty password (ISO 32000-2, algorithm 2.B). */
function hardened(salt: Buffer): Buffer {
  let key = sha(256, salt)
  for (let turn = 0, last = 0; turn < 64 || last > turn - 32; turn += 1) {
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(
      false,
    )
    const mixed = cipher.update(Buffer.concat(Array<Buffer>(64).fill(key)))
    const sum = mixed.subarray(0, 16).reduce((all, byte) => all + byte, 0) % 3
    key = sha(([256, 384, 512] as const)[sum]!, mixed)
    last = mixed.at(-1)!
  }
  return key.subarray(0, 32)
}

/** RC4, which old PDFs are encrypted with and Node no longer has. */
function rc4(key: Uint8Array, bytes: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, at) => at)
  for (let at = 0, other = 0; at < 256; at += 1) {
    other = (other + state[at]! + key[at % key.length]!) & 255
    ;[state[at], state[other]] = [state[other]!, state[at]!]
  }
  let [one, two] = [0, 0]
  return Buffer.from(
    bytes.map((byte) => {
      one = (one + 1) & 255
      two = (two + state[one]!) & 255
      ;[state[one], state[two]] = [state[two]!, state[one]!]
      return byte ^ state[(state[one]! + state[two]!) & 255]!
    }),
  )
}

/** The bytes of a text of a PDF, `<hex>` or `(…)`, that begins at a place. */
function textAt(text: string, at: number): Buffer {
  if (text[at] === '<')
    return Buffer.from(text.slice(at + 1, text.indexOf('>', at)).replace(/\s/g, ''), 'hex')
  const bytes: number[] = []
  let depth = 0
  for (let place = at; place < text.length && bytes.length < 200; place += 1) {
    const letter = text[place]!
    if (letter === '(' && depth++ === 0) continue
    if (letter === ')' && --depth === 0) break
    if (letter !== '\\') {
      bytes.push(letter.charCodeAt(0))
      continue
    }
    const octal = /^[0-7]{1,3}/.exec(text.slice(place + 1, place + 4))?.[0]
    const next = text[place + 1] ?? ''
    place += octal ? octal.length : 1
    if (octal) bytes.push(parseInt(octal, 8) & 255)
    else if (next === '\r' && text[place + 1] === '\n') place += 1
    else if (next !== '\n' && next !== '\r')
      bytes.push(({ n: 10, r: 13, t: 9, b: 8, f: 12 } as Record<string, number>)[next] ?? next.charCodeAt(0))
  }
  return Buffer.from(bytes)
}
