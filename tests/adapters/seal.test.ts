import { describe, expect, it } from 'vitest'
import { seal } from '../../src/adapters/seal.ts'

const secret = 'a secret that these tests alone use, 43+ long'
const { close, open } = seal(secret)
const facts = { reference: '7KM-2RX-9TC', sameAnswers: true, outlook: { is: 'thanks' } }

describe('what is sealed', () => {
  it('opens with the same secret for the same purpose, in another process too', async () => {
    const sealed = await close(facts, 'sent', 60)
    expect(await open(sealed, 'sent')).toMatchObject(facts)
    expect(await seal(secret).open(sealed, 'sent')).toMatchObject(facts)
  })

  it('can stand in an address as it is, and can be read by nobody', async () => {
    const sealed = await close(facts, 'sent', 60)
    expect(sealed).toBe(encodeURIComponent(sealed))
    const readable = sealed.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'))
    expect(`${sealed} ${readable.join(' ')}`).not.toMatch(/7KM|reference|thanks/)
  })

  it('is other text each time, though the facts are the same', async () => {
    expect(await close(facts, 'sent', 60)).not.toBe(await close(facts, 'sent', 60))
  })

  it('does not open for another purpose, or with another secret', async () => {
    const sealed = await close(facts, 'sent', 60)
    expect(await open(sealed, 'draft')).toBeNull()
    expect(await seal(`${secret}.`).open(sealed, 'sent')).toBeNull()
  })

  it('does not open once its time is over', async () => {
    expect(await open(await close(facts, 'sent', -1), 'sent')).toBeNull()
  })

  it('does not open where any one character was changed', async () => {
    const sealed = await close(facts, 'sent', 60)
    // The last of each part may hold bits that base64url does not use.
    const places = [...sealed.matchAll(/\w(?=\w)/g)]
      .map(({ index }) => index)
      .filter((place) => place % 7 === 0)
    for (const place of places) {
      const changed = sealed.slice(0, place) + (sealed[place] === 'A' ? 'B' : 'A') + sealed.slice(place + 1)
      expect(await open(changed, 'sent'), String(place)).toBeNull()
    }
  })

  it.each(['', '.', '....', 'x'.repeat(10_000), '{"alg":"none"}', '\0'])(
    'is nothing where it is nonsense',
    async (odd) => {
      expect(await open(odd, 'sent')).toBeNull()
    },
  )
})
