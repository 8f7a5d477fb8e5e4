import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { askForBuild } from '../../src/adapters/build-hook.ts'

const asked: string[] = []
let status = 200
const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`)
  response.writeHead(status).end()
})
let hook: string

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  hook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/build_hooks/secret`
})

beforeEach(() => {
  asked.length = 0
  status = 200
})

afterAll(() => new Promise((done) => server.close(done)))

it('asks for one build, and for none where the council has no hook', async () => {
  await askForBuild(hook)
  expect(asked).toEqual(['POST /build_hooks/secret'])
  await askForBuild(undefined)
  await askForBuild('')
  expect(asked).toHaveLength(1)
})

it('says that it was refused, and never where it asked', async () => {
  status = 404
  const refused = await askForBuild(hook).catch((error: Error) => error)
  expect(refused).toMatchObject({ name: 'BuildNotAskedFor' })
  expect(String(refused)).toContain('the answer was 404')
  const unheard = await askForBuild('http://127.0.0.1:1/secret').catch((error: Error) => error)
  expect(String(unheard)).toContain('there was no answer')
  expect(`${refused} ${unheard}`).not.toContain('secret')
})
