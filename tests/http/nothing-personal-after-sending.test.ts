import { expect, it } from 'vitest'
import { startPortal } from '../support/portal.ts'
import { complained, grantOn, opened, postTo, sendTo } from './followed.ts'
import { ask, type Posted } from './post.ts'

const mark = 'Telltale'
const marked = {
  'addition-kind': 'more',
  'addition-text': `${mark} once more`,
  'review-reasons': `${mark} again`,
  'sender-name': mark,
  'sender-email': `${mark}@example.org`,
  'known-by': mark,
}

it('whatever becomes of what comes after a complaint, no log and no address repeats it', async () => {
  const portal = await startPortal()
  const complaint = await complained(portal, { name: mark, 'what-happened': `${mark} happened` })
  const { reference, code } = complaint
  const grant = grantOn(await opened(portal, complaint))
  const places = ['/api/additions', '/api/reviews', '/api/follow']
  const addresses: string[] = []
  const ways: readonly Posted[] = [
    { grant },
    { grant: mark },
    { reference, code },
    { reference: mark, code: mark },
    { reference: mark },
  ]
  const tryAll = async () => {
    for (const place of places)
      for (const fields of ways)
        for (const go of ['send', 'check', 'open', 'words', 'withdraw', mark]) {
          const { headers } = await sendTo(portal, place, { ...marked, ...fields, go })
          addresses.push(headers.get('location') ?? '')
        }
  }
  await tryAll()
  for (const page of ['follow/open', 'add/sent', 'review/sent'])
    for (const query of ['t', 'k']) await ask(`${portal.url}/${page}/?${query}=${mark}.${mark}`)
  await portal.outage('database', { status: 500, count: 10_000 })
  await tryAll()
  await portal.outage('database', { status: 500, count: 0 })
  await portal.sql(
    `alter table heard.additions add constraint no_marks check (answers::text not like '%${mark}%') not valid`,
  )
  expect((await sendTo(portal, '/api/additions', { ...marked, reference })).status).toBe(503)
  await postTo(portal, '/api/additions', { grant: mark })
  await portal.stop()

  expect(portal.log()).toContain('The complaints record did not take keep_addition')
  expect(portal.log().toLowerCase()).not.toContain(mark.toLowerCase())
  expect(addresses.filter(Boolean).length).toBeGreaterThan(5)
  for (const address of addresses) {
    expect(address).not.toContain(mark)
    expect(address).not.toContain(reference)
    expect(address).not.toContain(code)
  }
})
