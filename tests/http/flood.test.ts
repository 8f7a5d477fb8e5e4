import { afterAll, beforeAll, expect, it } from 'vitest'
import { startPortal, type Portal } from '../support/portal.ts'
import { ask, encoded, post, referenceAfter, sent } from './post.ts'

/** How much junk comes: `npm run test:flood` sends 10,000. */
const junk = Number(process.env['HEARD_FLOOD'] ?? 300)
/** At once, as one machine sends it that waits for no answer before it asks again. */
const atOnce = 8
const team = 'complaints@northmere.example.org'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

/** One post of a program: no browser, no page, another stranger's address each time. */
const aJunkPost = (nth: number) =>
  ask(`${portal.url}/api/complaints`, {
    method: 'POST',
    headers: { 'sec-fetch-site': '', 'x-nf-client-connection-ip': `203.0.113.${nth % 5}` },
    body: encoded(sent({ took: '', email: `stranger-${nth}@example.org`, risk: nth % 2 ? 'yes' : 'no' })),
  })

it(`a flood of junk does not stop a real complaint, whose letters go first (${junk})`, async () => {
  let next = 0
  const refused: number[] = []
  const flood = Array.from({ length: atOnce }, async () => {
    while (next < junk) {
      const { status } = await aJunkPost((next += 1))
      if (status !== 303) refused.push(status)
    }
  })
  // In the midst of it, somebody complains.
  while (next < junk / 2) await new Promise((resolve) => setTimeout(resolve, 20))
  const inTheMidst = await post(portal.url, sent({ email: 'in.the.midst@example.org' }))
  expect(inTheMidst.status).toBe(303)
  await portal.waitForMail(({ to }) => to.includes('in.the.midst@example.org'), 60)
  await Promise.all(flood)
  expect(refused).toEqual([])

  const reference = await referenceAfter(
    portal.url,
    await post(portal.url, sent({ email: 'afterwards@example.org', risk: 'yes' })),
  )
  await portal.waitForMail(({ to }) => to.includes('afterwards@example.org'))
  await portal.waitForMail(({ to, subject }) => to.includes(team) && subject.includes(reference))

  // All of it was taken, and stands in the team's list of junk; nobody else does.
  const counts = await portal.sql<{ junk: boolean; many: number }>(
    'select heard.is_junk(c.id) as junk, count(*)::int as many from heard.complaints c group by 1 order by 1',
  )
  expect(counts).toEqual([
    { junk: false, many: 2 },
    { junk: true, many: junk },
  ])

  // The site writes to strangers one at a time, and not at once to all of them.
  const before = (await portal.mails()).length
  for (let run = 0; run < 3; run += 1) await portal.runSchedule('send-mail')
  expect((await portal.mails()).length - before).toBeLessThanOrEqual(5)
  const written = (await portal.mails()).filter(({ to }) =>
    to.some((address) => address.startsWith('stranger')),
  )
  expect(written.length).toBeLessThan(junk / 10)
}, 3_600_000)
