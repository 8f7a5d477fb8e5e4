import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveEditor } from '../../src/local/editor/serve.ts'
import type { Listening } from '../../src/local/listen.ts'

const root = mkdtempSync(join(tmpdir(), 'heard-editor-'))
let editor: Listening

beforeAll(async () => {
  for (const folder of ['content/pages', 'editor-dist', 'src/editor', 'elsewhere'])
    mkdirSync(join(root, folder), { recursive: true })
  writeFileSync(join(root, 'content/council.json'), '{"a":1}')
  writeFileSync(join(root, 'content/notes.txt'), 'private')
  writeFileSync(join(root, 'content/.hidden.json'), '{}')
  writeFileSync(join(root, 'secret.json'), '{}')
  writeFileSync(join(root, 'elsewhere/secret.json'), '{}')
  symlinkSync(join(root, 'elsewhere'), join(root, 'content/link'))
  writeFileSync(join(root, 'src/editor/netlify.toml'), readFileSync('src/editor/netlify.toml'))
  editor = await serveEditor(root, 0)
})

afterAll(async () => {
  await editor.close()
  rmSync(root, { recursive: true, force: true })
})

/** A request as it stands, which fetch would tidy up. */
const ask = (method: string, path: string, headers: Record<string, string> = {}, body = '') =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const { hostname, port } = new URL(editor.url)
    const asked = request({ hostname, port, method, path, headers }, (answer) => {
      let text = ''
      answer.on('data', (part: Buffer) => (text += part.toString()))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
    asked.on('error', reject).end(body)
  })

describe('the files that the editor is given', () => {
  it('are listed, read, written whole and removed', async () => {
    expect(JSON.parse((await ask('GET', '/_files/')).text)).toEqual([{ name: 'content', kind: 'directory' }])
    const listed = JSON.parse((await ask('GET', '/_files/content/')).text) as { name: string }[]
    expect(listed.map(({ name }) => name).sort()).toEqual(['council.json', 'notes.txt', 'pages'])
    expect((await ask('GET', '/_files/content/council.json')).text).toBe('{"a":1}')
    expect((await ask('PUT', '/_files/content/new/one.json', {}, '{"b":"ł"}')).status).toBe(204)
    expect(readFileSync(join(root, 'content/new/one.json'), 'utf8')).toBe('{"b":"ł"}')
    expect(readdirSync(join(root, 'content/new'))).toEqual(['one.json'])
    expect((await ask('HEAD', '/_files/content/new/one.json')).status).toBe(200)
    expect((await ask('DELETE', '/_files/content/new/one.json')).status).toBe(204)
    expect((await ask('HEAD', '/_files/content/new/one.json')).status).toBe(404)
  })

  it.each([
    ['GET', '/_files/secret.json'],
    ['GET', '/_files/content/../secret.json'],
    ['GET', '/_files/content/%2e%2e/secret.json'],
    ['GET', '/_files/content/..%2fsecret.json'],
    ['GET', '/_files/content/link/secret.json'],
    ['GET', '/_files/content/link/'],
    ['GET', '/_files/content/notes.txt'],
    ['GET', '/_files/content/.hidden.json'],
    ['PUT', '/_files/content/link/new.json'],
    ['PUT', '/_files/package.json'],
    ['PUT', '/_files/content/run.sh'],
    ['PUT', '/_files/content/.env.json'],
    ['DELETE', '/_files/content/pages/'],
    ['DELETE', '/_files/content/pages'],
    ['POST', '/_files/content/council.json'],
  ])('are no others: %s %s', async (method, path) => {
    const { status, text } = await ask(method, path, {}, method === 'PUT' ? '{}' : '')
    expect([403, 404, 405]).toContain(status)
    expect(text).not.toContain('private')
    expect(readdirSync(join(root, 'elsewhere'))).toEqual(['secret.json'])
  })

  it.each([
    ['another site', { origin: 'https://example.org' }],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }],
    ['a name that was pointed at this machine', { host: 'example.org' }],
  ])('are not for %s', async (_, headers) => {
    expect((await ask('GET', '/_files/content/council.json', headers)).status).toBe(403)
    expect((await ask('PUT', '/_files/content/council.json', headers, '{}')).status).toBe(403)
    expect(readFileSync(join(root, 'content/council.json'), 'utf8')).toBe('{"a":1}')
  })
})
