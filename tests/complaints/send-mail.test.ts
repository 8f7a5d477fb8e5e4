import { describe, expect, it } from 'vitest'
import type { DueMessage } from '../../src/complaints/letters/ports.ts'
import type { BegunMessage } from '../../src/complaints/outbox.ts'
import { addressProof } from '../../src/complaints/address-proof.ts'
import { sendMail } from '../../src/complaints/send-mail.ts'
import { fakePorts } from './fake-ports.ts'
import { lettersFacts } from './made-up.ts'

const stage = { id: 'stage-1', acknowledge_by: '2026-12-29', respond_by: '2027-01-06' }
const facts = lettersFacts({ risk: 'yes' }, stage)

const toSafeguarding = { template: 'risk-of-harm', recipient: 'safeguarding' } as const
const toPerson = { template: 'acknowledgement', recipient: 'complainant' } as const
const toTeam = { template: 'new-submission', recipient: 'complaints-team' } as const

const message = (id: string, rest: object): Omit<DueMessage, 'attempts'> =>
  ({ id, language: 'en', complaint: facts, ...rest }) as Omit<DueMessage, 'attempts'>

const three = () => fakePorts([message('a', toSafeguarding), message('b', toPerson), message('c', toTeam)])

const many = (count: number) =>
  fakePorts(Array.from({ length: count }, (_, index) => message(String(index), toTeam)))

const minutes = (count: number) => count * 60_000
const breakDown = () => {
  throw new Error('The line is dead: lukasz@example.org')
}

describe('sending what is queued', () => {
  it('sends each message once, with its own id as the key', async () => {
    const { world, queue, sending } = three()
    expect(await sendMail(sending)).toEqual({ sent: 3, failed: 0 })
    expect(world.delivered.map(({ key, mail }) => [key, mail.to])).toEqual([
      ['a', 'safeguarding@northmere.example.org'],
      ['b', 'lukasz@example.org'],
      ['c', 'complaints@northmere.example.org'],
    ])
    expect(queue.map(({ sentAs }) => sentAs)).toEqual(['provider-a', 'provider-b', 'provider-c'])
    expect(await sendMail(sending)).toEqual({ sent: 0, failed: 0 })
    expect(world.tried).toHaveLength(3)
  })

  it('sends only the messages of one submission where it is given', async () => {
    const { world, queue, sending } = three()
    queue[1]!.submission = 'two'
    await sendMail(sending, 'two')
    expect(world.delivered.map(({ key }) => key)).toEqual(['b'])
  })

  it('goes on until nothing is due, however much waits', async () => {
    const { world, sending } = many(23)
    expect(await sendMail(sending)).toEqual({ sent: 23, failed: 0 })
    expect(new Set(world.tried).size).toBe(23)
  })

  it('begins nothing once its time is over, and gives back what it holds', async () => {
    const { world, queue, sending } = many(23)
    world.onSend = () => void (world.now += 5000)
    expect(await sendMail(sending)).toEqual({ sent: 3, failed: 0 })
    expect(queue.filter(({ leasedUntil }) => leasedUntil > world.now)).toHaveLength(3)
    world.onSend = () => undefined
    expect(await sendMail(sending)).toEqual({ sent: 20, failed: 0 })
    expect(new Set(world.tried).size).toBe(23)
  })

  it('tells the record what it is about to send before it sends it, by its hash and a proof of the address', async () => {
    const { world, sending } = three()
    const said: BegunMessage[] = []
    world.onBegun = (begun) => {
      said.push(...begun)
      expect(world.tried).toEqual([])
    }
    await sendMail(sending)
    expect(said.map(({ message, attempt, address }) => [message, attempt, address])).toEqual([
      ['a', 1, null],
      ['b', 1, addressProof('lukasz@example.org', sending.keys)],
      ['c', 1, null],
    ])
    expect(said.map(({ body_hash }) => body_hash)).toEqual(
      world.delivered.map(({ key, mail }) => sending.post.hash(mail, key)),
    )
  })

  it('counts an address however its letters are written', async () => {
    const proofs = ['Lukasz@Example.org', 'lukasz@example.org'].map(async (email) => {
      const { world, sending } = fakePorts([
        message('a', { ...toPerson, complaint: { ...facts, person: { ...facts.person, email } } }),
      ])
      let proof: string | null | undefined
      world.onBegun = ([begun]) => (proof = begun?.address)
      await sendMail(sending)
      return proof
    })
    const [one, other] = await Promise.all(proofs)
    expect(one).toBe(other)
    expect(one).not.toContain('example')
  })

  it('posts nothing that the record does not let go', async () => {
    const { world, sending } = three()
    world.held = ['b']
    expect(await sendMail(sending)).toEqual({ sent: 2, failed: 0 })
    expect(world.tried).toEqual(['a', 'c'])
  })

  it('says so where the database is away, and touches nothing', async () => {
    const { world, sending } = three()
    world.onClaim = breakDown
    await expect(sendMail(sending)).rejects.toThrow()
    expect(world.tried).toEqual([])
  })
})

describe('a message that fails', () => {
  it('stays queued, is tried again with the same key, and goes once', async () => {
    const { world, find, sending } = three()
    world.onSend = (id) => (id === 'b' ? { reason: 'rate_limit_exceeded', outcome: 'refused' } : undefined)
    expect(await sendMail(sending)).toEqual({ sent: 2, failed: 1 })
    expect(find('b')).toMatchObject({ sentAs: null, failures: [{ reason: 'rate_limit_exceeded' }] })

    world.onSend = () => undefined
    expect(await sendMail(sending)).toEqual({ sent: 0, failed: 0 })
    world.now += minutes(2)
    expect(await sendMail(sending)).toEqual({ sent: 1, failed: 0 })
    expect(world.tried.filter((key) => key === 'b')).toHaveLength(2)
    expect(world.delivered.filter(({ key }) => key === 'b')).toHaveLength(1)
  })

  it('waits longer each time, up to an hour', async () => {
    const { world, find, sending } = fakePorts([message('a', toTeam)])
    world.onSend = () => ({ reason: 'application_error', outcome: 'unknown' })
    for (let go = 0; go < 60; go += 1) {
      await sendMail(sending)
      world.now += minutes(61)
    }
    const waits = find('a').failures.map(({ wait }) => wait / 60_000)
    expect(waits.slice(0, 8)).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
    expect(waits).toHaveLength(60)
    expect(waits.at(-1)).toBe(60)
    world.onSend = () => undefined
    expect(await sendMail(sending)).toEqual({ sent: 1, failed: 0 })
  })

  it('is not tried again at the same moment as those that failed with it', async () => {
    const waits = await Promise.all(
      [0, 0.999].map(async (jitter) => {
        const { world, find, sending } = fakePorts([message('a', toTeam)])
        world.jitter = jitter
        world.onSend = () => ({ reason: 'application_error', outcome: 'unknown' })
        await sendMail(sending)
        return find('a').failures[0]!.wait
      }),
    )
    expect(waits[0]).toBe(45_000)
    expect(waits[1]! - waits[0]!).toBeGreaterThan(20_000)
  })

  it.each(['a', 'b', 'c'])('holds up no other: post refuses %s', async (bad) => {
    const { world, sending } = three()
    world.onSend = (id) => (id === bad ? { reason: 'validation_error', outcome: 'never' } : undefined)
    expect(await sendMail(sending)).toEqual({ sent: 2, failed: 1 })
  })

  it.each(['a', 'b', 'c'])('holds up no other: post breaks down over %s', async (bad) => {
    const { world, find, sending } = three()
    world.onSend = (id) => (id === bad ? breakDown() : undefined)
    expect(await sendMail(sending)).toEqual({ sent: 2, failed: 1 })
    expect(find(bad).failures).toEqual([{ reason: 'not-posted', outcome: 'unknown', wait: minutes(1) }])
  })

  it.each([
    ['a template that nobody knows', { ...toPerson, template: 'no-such-letter' }],
    ['a person who is forgotten', { ...toPerson, complaint: { ...facts, person: null } }],
    ['a transcript that is broken', { ...toTeam, complaint: { ...facts, transcript: null } }],
    ['a day that is none', { ...toTeam, complaint: { ...facts, received_on: 'soon' } }],
  ])('holds up no other, and is not tried at every turn: %s', async (_, rest) => {
    const { world, find, sending } = fakePorts([message('bad', rest), message('good', toTeam)])
    expect(await sendMail(sending)).toEqual({ sent: 1, failed: 1 })
    expect(world.tried).toEqual(['good'])
    expect(find('bad').failures).toEqual([{ reason: 'not-written', outcome: 'refused', wait: minutes(1) }])
  })

  it('is not tried again where there is nobody to send it to', async () => {
    const anonymous = { ...facts, person: { ...facts.person, email: null } }
    const { find, sending } = fakePorts([message('a', { ...toPerson, complaint: anonymous })])
    expect(await sendMail(sending)).toEqual({ sent: 0, failed: 1 })
    expect(find('a')).toMatchObject({
      sentAs: null,
      failures: [{ reason: 'no-address', outcome: 'never' }],
    })
  })
})

describe('a database that goes away while letters are sent', () => {
  it('loses none and doubles none: what could not be recorded as sent is tried again with the same key', async () => {
    const { world, queue, sending } = three()
    world.onSent = (id) => (id === 'a' ? breakDown() : undefined)
    await expect(sendMail(sending)).rejects.toThrow()
    // The others went all the same, and the first was not called a failure.
    expect(queue.map(({ sentAs, failures }) => [sentAs, failures])).toEqual([
      [null, []],
      ['provider-b', []],
      ['provider-c', []],
    ])

    world.onSent = () => undefined
    world.now += minutes(3)
    expect(await sendMail(sending)).toEqual({ sent: 1, failed: 0 })
    expect(world.delivered.map(({ key }) => key)).toEqual(['a', 'b', 'c'])
    expect(world.tried).toEqual(['a', 'b', 'c', 'a'])
  })

  it('posts nothing while it cannot be told what is about to be sent', async () => {
    const { world, sending } = three()
    world.onBegun = breakDown
    await expect(sendMail(sending)).rejects.toThrow()
    expect(world.tried).toEqual([])
    world.onBegun = () => undefined
    world.now += minutes(3)
    expect(await sendMail(sending)).toEqual({ sent: 3, failed: 0 })
  })

  it('comes back to a failure that it was never told of', async () => {
    const { world, queue, sending } = three()
    world.onSend = () => ({ reason: 'application_error', outcome: 'unknown' })
    world.onFailed = breakDown
    await expect(sendMail(sending)).rejects.toThrow()
    expect(queue.every(({ sentAs }) => sentAs === null)).toBe(true)
    world.onSend = () => undefined
    world.now += minutes(3)
    expect(await sendMail(sending)).toEqual({ sent: 3, failed: 0 })
  })

  it('sends once where the answer was lost on the way', async () => {
    const { world, sending } = three()
    world.afterSend = (id) => (id === 'b' ? breakDown() : undefined)
    expect(await sendMail(sending)).toEqual({ sent: 2, failed: 1 })
    world.afterSend = () => undefined
    world.now += minutes(2)
    expect(await sendMail(sending)).toEqual({ sent: 1, failed: 0 })
    expect(world.delivered).toHaveLength(3)
  })
})

describe('two senders at once', () => {
  it('never have the same message', async () => {
    const { world, sending } = three()
    await Promise.all([sendMail(sending), sendMail(sending), sendMail(sending, 'one')])
    expect(world.tried.sort()).toEqual(['a', 'b', 'c'])
  })

  it('do not meet where the first is so slow that its lease runs out: it begins no more letters', async () => {
    const { world, sending } = three()
    world.onSend = () => {
      world.now += minutes(1.6)
    }
    expect(await sendMail(sending)).toEqual({ sent: 1, failed: 0 })
    expect(world.tried).toEqual(['a'])
    world.onSend = () => undefined
    world.now += minutes(2)
    expect(await sendMail(sending)).toEqual({ sent: 2, failed: 0 })
    expect(world.delivered.map(({ key }) => key)).toEqual(['a', 'b', 'c'])
  })
})
