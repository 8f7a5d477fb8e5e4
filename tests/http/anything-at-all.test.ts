import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allJourneys } from '../../src/form/all-journeys.ts'
import { clean } from '../../src/form/clean.ts'
import { questionsOf } from '../../src/form/journey.ts'
import { add } from '../../src/form/journeys/add.ts'
import { complain } from '../../src/form/journeys/complain.ts'
import { review } from '../../src/form/journeys/review.ts'
import { keptId } from '../../src/http/kept-id.ts'
import { nastyText, realAddresses, realNames } from '../form/nasty.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { everyAddress } from './every-address.ts'
import { titleOf, valuesIn } from './page.ts'
import { ask, encoded, post, sent, type Answered, type Posted } from './post.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

/** Texts of a length that a form is typed in; tests/http/what-people-write has the long ones. */
const text = nastyText.filter((each) => each.length <= 2000)

const asked = [
  ...new Set(allJourneys.flatMap((journey) => questionsOf(journey).flatMap(({ fields }) => fields))),
]
const options = [
  ...new Set(allJourneys.flatMap((journey) => questionsOf(journey).flatMap((each) => each.options ?? []))),
]
const unseen = [
  ...[
    'go',
    'language',
    'submission',
    'save',
    'grant',
    'draft',
    'keep',
    'shown',
    'took',
    'website',
    'key',
    'id',
    'size',
  ],
  ...['session', 'act', 'email', 'code', '__proto__', 'constructor', 'toString'],
]
const orders = [
  '',
  'check',
  'send',
  'edit',
  'open',
  'delete',
  'mail',
  'copy',
  'words',
  'withdraw',
  'yes',
  'no',
  'sign-in',
]

const fields = fc.dictionary(
  fc.oneof(fc.constantFrom(...asked), fc.constantFrom(...unseen), text),
  fc.oneof(fc.constantFrom(...options), text, fc.array(text, { maxLength: 3 })),
  { maxKeys: 12, noNullPrototype: true },
)

const request = fc.record({
  fields: fc.oneof(
    fields,
    fields.map((some): Posted => sent(some)),
  ),
  go: fc.constantFrom(...orders),
  multipart: fc.boolean(),
  json: fc.boolean(),
})

const asMultipart = (posted: URLSearchParams): FormData => {
  const form = new FormData()
  for (const [name, value] of posted) form.append(name, value)
  return form
}

const send = (
  path: string,
  { fields, go, multipart, json }: { fields: Posted; go: string; multipart: boolean; json: boolean },
) => {
  const posted = encoded({ ...fields, go })
  return ask(portal.url + path, {
    method: 'POST',
    body: multipart ? asMultipart(posted) : posted,
    ...(json && { headers: { accept: 'application/json' } }),
  })
}

describe('whatever is sent', () => {
  it.each(everyAddress.filter(({ reads }) => !reads))(
    '$path answers as it should, and never breaks',
    async ({ path }) => {
      await fc.assert(
        fc.asyncProperty(request, async (sending) => {
          expect((await send(path, sending)).status).toBeLessThan(500)
        }),
        { numRuns: 15 },
      )
    },
    60_000,
  )

  it.each(everyAddress)('and whatever is asked of $path', async ({ path }) => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.oneof(fc.constantFrom('t', 'k', 'language', 'service', 'on'), text), text, {
          maxKeys: 4,
        }),
        async (query) => {
          const { status } = await ask(`${portal.url}${path}?${new URLSearchParams(query).toString()}`)
          expect(status).toBeLessThan(500)
        },
      ),
      { numRuns: 8 },
    )
  })

  it.each([
    ['/api/complaints', complain],
    ['/api/additions', add],
    ['/api/reviews', review],
  ] as const)(
    '%s gives every word back',
    async (path, journey) => {
      // What stands for a file is made by the site, and not typed.
      const typed = questionsOf(journey).filter(({ kind }) => !['choice', 'choices', 'files'].includes(kind))
      const names = typed.flatMap((question) => question.fields)
      await fc.assert(
        fc.asyncProperty(
          fc.dictionary(fc.constantFrom(...names), text, { minKeys: 1, maxKeys: 6 }),
          async (words) => {
            for (const go of ['edit', 'check', 'send']) {
              const answer = await send(path, { fields: words, go, multipart: false, json: false })
              expect([200, 422]).toContain(answer.status)
              for (const [name, value] of Object.entries(words))
                expect(backOn(answer, name)).toBe(asPosted(value))
            }
          },
        ),
        { numRuns: 12 },
      )
    },
    60_000,
  )

  it('only what the form asks for is kept of it', async () => {
    const known = questionsOf(complain).map(({ id }) => id)
    await fc.assert(
      fc.asyncProperty(fields, async (more) => {
        const others = Object.fromEntries(Object.entries(more).filter(([name]) => !asked.includes(name)))
        const id = crypto.randomUUID()
        const answer = await post(portal.url, { ...others, ...sent({}, id) })
        expect(answer.status).toBe(303)
        const [kept] = await portal.sql<{ answers: Record<string, unknown> }>(
          `select answers from heard.complaints where submission_id = '${keptId(id)}'`,
        )
        expect(known).toEqual(expect.arrayContaining(Object.keys(kept!.answers)))
        expect(kept!.answers['what-happened']).toBe(sent()['what-happened'])
      }),
      { numRuns: 10 },
    )
  }, 60_000)
})

/** A field as the page holds it: a text box begins with a line end that no browser counts. */
const backOn = ({ text: html }: Answered, name: string): string | undefined =>
  valuesIn(html)[name]?.replace(/^\n(?=\n)/, '')

/** Halves of pairs are lost on the way, as in every browser. */
const asPosted = (value: string): string => clean(value.toWellFormed())

describe('people as they are called, where they live', () => {
  it.each(realNames.map((name, nth) => [name, realAddresses[nth % realAddresses.length]!] as const))(
    '%s is kept, shown and answered as they wrote it',
    async (name, address) => {
      const id = crypto.randomUUID()
      const contact = { 'reply-route': 'post', name, address, email: '' }
      const check = await post(portal.url, sent({ ...contact, go: 'check' }, id))
      expect(titleOf(check.text)).toContain('Check your answers')
      expect(valuesIn(check.text)).toMatchObject({ name, address })
      expect((await post(portal.url, sent(contact, id))).status).toBe(303)
      const [person] = await portal.sql<{ reference: string; name: string; address: string }>(
        `select c.reference, p.name, p.postal_address as address
         from heard.people p join heard.complaints c on c.id = p.complaint_id
         where c.submission_id = '${keptId(id)}'`,
      )
      expect(person).toMatchObject({ name, address })
      const letter = await portal.waitForMail(({ subject }) => subject.includes(person!.reference))
      expect(letter.text).toContain(name)
      for (const line of address.split('\n')) expect(letter.text).toContain(line)
    },
  )
})
