import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { portal } from '../../src/adapters/portal.ts'
import { answerSafely } from '../../src/http/answer-safely.tsx'
import { readForm } from '../../src/http/read-form.ts'
import { languageOf, wordsOf } from './page.ts'

// What failed is logged, in words of our own: here the failure is the test's.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** The answer to a request that fails in a way nobody foresaw, once its form has been read. */
async function failing(request: Request): Promise<{ status: number; html: string }> {
  const answer = await answerSafely(
    portal(),
    async () => {
      if (request.method === 'POST') await readForm(request)
      throw new Error('Unforeseen: Zofia Nowak')
    },
    request,
  )
  return { status: answer.status, html: await answer.text() }
}

const address = 'https://complaints.northmere.example.org/api/follow'
const posted = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  new Request(address, { method: 'POST', body: new URLSearchParams(fields), headers })

it.each(['en', 'en-simple', 'pl', 'ro', 'ur', 'ar'])(
  'the page for what nobody foresaw is in the edition that the form was posted from: %s',
  async (language) => {
    const { status, html } = await failing(posted({ language, go: 'open' }, { 'accept-language': 'fr' }))
    expect([status, languageOf(html)]).toEqual([500, language])
    expect(wordsOf(html)).toContain('01632 960100')
    expect(html).not.toContain('Zofia')
  },
)

it('it is in the language of the browser where there was no form', async () => {
  const asked = new Request(`${address}?k=x`, { headers: { 'accept-language': 'ur-PK,ur;q=0.9,en;q=0.8' } })
  expect(languageOf((await failing(asked)).html)).toBe('ur')
})

it('it is in English where nothing is known', async () => {
  expect(languageOf((await failing(new Request(address))).html)).toBe('en')
  expect(languageOf((await failing(posted({ language: 'zz' }))).html)).toBe('en')
})

it('no word of the failure is logged', async () => {
  await failing(posted({ language: 'en' }))
  expect(vi.mocked(console.error).mock.calls).toEqual([['Unexpected Error.']])
})
