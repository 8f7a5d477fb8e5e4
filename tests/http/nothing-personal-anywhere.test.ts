import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { allJourneys } from '../../src/form/all-journeys.ts'
import { questionsOf } from '../../src/form/journey.ts'
import { largestBody } from '../../src/http/read-form.ts'
import { startPortal } from '../support/portal.ts'
import { everyAddress } from './every-address.ts'
import { ask, encoded, sent, type Answered, type Posted } from './post.ts'

const mark = 'Telltale'

/** A mark of its own for each field that anything asks for, so that what is found says where it came from. */
const typed = [...new Set(allJourneys.flatMap(questionsOf))].filter(({ options }) => !options)
const marks: Posted = Object.fromEntries([
  ...typed.flatMap(({ fields }) => fields.map((field) => [field, `${mark}-${field}`] as const)),
  ...[
    'language',
    'grant',
    'draft',
    'keep',
    'website',
    'key',
    'id',
    'size',
    'session',
    'act',
    'email',
    'code',
  ].map((field) => [field, `${mark}-${field}`] as const),
])
const good: Posted = sent({
  name: `${mark}-name`,
  'what-happened': `${mark}-happened`,
  outcome: `${mark}-outcome`,
  where: `${mark}-where`,
  email: `${mark}@example.org`,
  risk: 'yes',
})
const orders = ['send', 'check', 'open', 'words', 'withdraw', 'mail', 'delete', 'copy', 'sign-in', mark]
const scheduled = readdirSync(join(import.meta.dirname, '../../functions')).map((file) =>
  file.replace('.ts', ''),
)

it('whatever is sent to whatever address, with whatever part away, no log, audit, address or error repeats it', async () => {
  const portal = await startPortal()
  const told: string[] = []
  /** What anybody but the sender may come to see of an answer: a page gives the sender their own words back. */
  const note = (way: string, { status, headers, text }: Answered) => {
    const isTheirPage =
      headers.get('content-type')?.startsWith('text/') && ![404, 405, 413, 415].includes(status)
    const others = [...headers].filter(([name]) => name !== 'date').join(' ')
    told.push(`${way} ${status} ${others} ${isTheirPage ? '' : text}`)
  }

  const everyWay = async (fault: string) => {
    for (const { path, reads } of everyAddress) {
      const address = portal.url + path
      const bodies = reads ? [] : [marks, good, { ...marks, ...good, save: 'complain' }]
      for (const [nth, fields] of bodies.entries())
        for (const go of fault === 'nothing' ? orders : ['send', 'open']) {
          const accept = nth % 2 ? 'application/json' : 'text/html'
          const body = encoded({ ...fields, go, submission: crypto.randomUUID() })
          const answer = await ask(address, { method: 'POST', body, headers: { accept } })
          note(`${fault} ${go === mark ? 'odd' : go} ${path}`, answer)
        }
      if (fault !== 'nothing') continue
      note(`GET ${path}`, await ask(`${address}?t=${mark}.${mark}.${mark}.${mark}.${mark}&k=${mark}`))
      const raw = (type: string, body: string, method = 'POST') =>
        // Answered before all of it has arrived: the connection has to outlive the answer.
        ask(address, { method, headers: { 'content-type': type, connection: 'keep-alive' }, body })
      note(`JSON ${path}`, await raw('application/json', JSON.stringify(marks)))
      note(`garbage ${path}`, await raw('multipart/form-data; boundary=x', `--x\r\n${mark}`))
      if (reads) continue
      note(
        `much ${path}`,
        await raw('application/x-www-form-urlencoded', `name=${mark}${'a'.repeat(largestBody)}`),
      )
      note(`PUT ${path}`, await raw('text/plain', mark, 'PUT'))
    }
    for (const name of scheduled) await portal.runSchedule(name)
  }

  await everyWay('nothing')
  note('no such page', await ask(`${portal.url}/${mark}?name=${mark}`))
  for (const part of ['database', 'blobs', 'mail'] as const) {
    const away = { status: part === 'database' ? 0 : 500, count: 100_000 }
    await portal.outage(part, away)
    // Where the record can be reached, nothing waits for it: both are away at once.
    if (part === 'blobs') await portal.outage('database', away)
    await everyWay(part)
    for (const each of [part, 'database'] as const) await portal.outage(each, { status: 0, count: 0 })
  }
  const audit = await portal.sql('select * from heard.audit_events')
  const outbox = await portal.sql('select * from heard.outgoing_messages')
  const counted = await portal.sql('select * from heard.callers')
  await portal.stop()

  const found = (text: string) => new RegExp(`.{0,80}${mark}.{0,80}`, 'i').exec(text)?.[0]
  expect(portal.log()).toContain('The complaints record did not take')
  expect(found(portal.log())).toBeUndefined()
  expect(audit.length).toBeGreaterThan(0)
  expect(found(JSON.stringify([audit, outbox, counted]))).toBeUndefined()
  expect(told.length).toBeGreaterThan(500)
  expect(told.flatMap((each) => found(each) ?? [])).toEqual([])
}, 600_000)
