import { createServer } from 'node:https'
import { randomUUID } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { caseSystem } from '../../src/adapters/case-system.ts'
import { isPublic, lookupPublic } from '../../src/adapters/public-address.ts'
import { startCaseSystem, type ReceivingSystem } from '../support/case-system.ts'

const secret = `whsec_${Buffer.from('a secret of thirty-two bytes ...').toString('base64')}`
const told = () => ({ id: randomUUID(), at: new Date(), body: '{"type":"complaint.received"}' })

let system: ReceivingSystem
beforeAll(async () => {
  system = await startCaseSystem()
})
beforeEach(() => {
  system.received.length = 0
  system.answers = []
})
afterAll(() => system.close())

const local = () => caseSystem({ url: system.url, secret, local: true })

describe('an event that the case system is told', () => {
  it('carries an id, a time and a signature that any library for Standard Webhooks checks', async () => {
    const event = told()
    await local().tell(event)
    const [{ headers, body }] = system.received as [(typeof system.received)[0]]
    expect(headers['webhook-id']).toBe(event.id)
    const checked = new Webhook(secret).verify(body, headers as Record<string, string>)
    expect(checked).toEqual({ type: 'complaint.received' })
    const other = new Webhook(`whsec_${Buffer.from('another secret of thirty-two byt').toString('base64')}`)
    expect(() => other.verify(body, headers as Record<string, string>)).toThrow()
    expect(() => new Webhook(secret).verify(`${body} `, headers as Record<string, string>)).toThrow()
  })

  it.each([
    [302, 'http-302'],
    [410, 'http-410'],
    [500, 'http-500'],
    [0, 'no-answer'],
  ])('is not taken where the answer is %i, and no redirect is followed', async (status, code) => {
    system.answers = [status]
    await expect(local().tell(told())).rejects.toMatchObject({ name: 'NotTaken', code })
    expect(system.received.map(({ path }) => path)).toEqual(['/hooks'])
  })

  it.each([
    ['http://example.org/hooks', 'not-https'],
    ['https://user:password@example.org/hooks', 'not-https'],
    ['https://127.0.0.1/hooks', 'leads-inside'],
    ['https://[::1]/hooks', 'leads-inside'],
    ['https://10.0.0.7/hooks', 'leads-inside'],
    ['https://169.254.169.254/latest', 'leads-inside'],
    ['https://localhost/hooks', 'leads-inside'],
  ])('never leaves for %s', async (url, code) => {
    await expect(caseSystem({ url, secret }).tell(told())).rejects.toMatchObject({ code })
  })

  it('goes to no server that cannot show whose it is', async () => {
    const server = createServer(() => {})
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const call = caseSystem({ url: `https://127.0.0.1:${port}/`, secret, local: true }).tell(told())
    await expect(call).rejects.toMatchObject({ code: 'no-answer' })
    server.close()
  })
})

it.each([
  ['8.8.8.8', true],
  ['2606:4700::1111', true],
  ['172.16.5.4', false],
  ['100.64.0.1', false],
  ['192.168.1.1', false],
  ['0.0.0.0', false],
  ['255.255.255.255', false],
  ['::ffff:10.0.0.1', false],
  ['fd00::1', false],
  ['fe80::1', false],
  ['64:ff9b::a00:1', false],
  ['64:ff9b:1::a00:1', false],
  ['::1', false],
  ['::10.0.0.1', false],
  ['2001:0:a00:1::1', false],
  ['2001:4860:4860::8888', true],
  ['fec0::1', false],
  ['no address', false],
])('%s is an address of everybody’s: %s', (address, expected) => {
  expect(isPublic(address)).toBe(expected)
})

it('a name is refused by what it leads to', async () => {
  const error = await new Promise((resolve) => lookupPublic('localhost', { all: true }, resolve))
  expect(error).toMatchObject({ name: 'LeadsInside' })
})
