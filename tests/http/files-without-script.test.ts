import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'node-html-parser'
import { readHandle } from '../../src/form/file-handle.ts'
import { fileInWords } from '../../src/form/outputs/file-in-words.ts'
import { joined, aDocx, aPdf, aPng, asFromAPhone, boneJpeg } from '../support/made-files.ts'
import { errorOf, t, wording } from '../support/journey-words.ts'
import { errorsOn, handlesOn, postFiles, type Chosen } from '../support/post-files.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { aComplaint, ask, encoded, referenceAfter, sent, type Answered, type Posted } from './post.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

const api = () => `${portal.url}/api/complaints`
const check = (files: readonly Chosen[], change: Posted = {}) =>
  postFiles(api(), aComplaint({ go: 'check', ...change }), files)
const named = (handles: readonly string[]) => handles.map((handle) => readHandle(handle)?.name)
const heading = ({ text }: Answered) => parse(text).querySelector('h1')?.text
const wrong = (name: string, code: string) => t('form.files.wrong', { name, reason: errorOf('files', code) })
const kept = (handle: string) =>
  portal.sql<{ id: string }>(
    `select id from heard.files where forgotten_at is null and id = '${readHandle(handle)?.id}'`,
  )

describe('files that come with the form, without a script', () => {
  it('are kept, shown by name and size on the page to check, and sent with the complaint', async () => {
    const page = await check([
      ['bin.png', aPng()],
      ['letter.pdf', aPdf()],
    ])
    expect(page.status).toBe(200)
    const handles = handlesOn(page)
    expect(named(handles)).toEqual(['bin.png', 'letter.pdf'])
    const lines = parse(page.text).querySelectorAll('.files-held li')
    expect(lines[0]?.querySelector('bdi')?.text).toBe('bin.png')
    expect(lines[0]?.text).toContain('1 kB')

    const answer = await ask(api(), { method: 'POST', body: encoded(sent({ files: handles })) })
    expect(answer.status).toBe(303)
    const reference = await referenceAfter(portal.url, answer)
    const mail = await portal.waitForMail(
      ({ to, text = '' }) => to.includes('zofia@example.org') && text.includes(reference),
    )
    for (const handle of handles) expect(mail.text).toContain(fileInWords(readHandle(handle)!, wording))
    const rows = await portal.sql<{ name: string }>(
      `select name from heard.files where id in (${handles.map((handle) => `'${readHandle(handle)?.id}'`).join()})`,
    )
    expect(rows.map(({ name }) => name).sort()).toEqual(['bin.png', 'letter.pdf'])
  })

  it('stay where something else is to mend, and where the form is only asked for', async () => {
    const mended = await check([['bin.png', aPng()]], { outcome: 'x'.repeat(20_000) })
    expect(mended.status).toBe(422)
    expect(named(handlesOn(mended))).toEqual(['bin.png'])
    const whole = await postFiles(api(), aComplaint(), [['bin.png', aPng()]])
    expect(whole.status).toBe(200)
    expect(named(handlesOn(whole))).toEqual(['bin.png'])
    expect(parse(whole.text).querySelector('form')?.getAttribute('enctype')).toBe('multipart/form-data')
  })

  it('are named one by one where they cannot be taken, and the others are kept', async () => {
    const bomb = aDocx({ name: 'word/media/a', body: new Uint8Array(160_000_000), packed: true })
    expect(bomb.length).toBeLessThan(1_000_000)
    const page = await check([
      ['fine.jpg', boneJpeg()],
      ['holiday.jpg', joined('MZ', new Uint8Array(600))],
      ['nothing.txt', new Uint8Array()],
      ['report.docx', bomb],
    ])
    expect(page.status).toBe(422)
    expect(errorsOn(page)).toEqual([
      wrong('holiday.jpg', 'type'),
      wrong('nothing.txt', 'empty'),
      wrong('report.docx', 'broken'),
    ])
    expect(named(handlesOn(page))).toEqual(['fine.jpg'])
    const atField = parse(page.text).querySelector('#files-error')?.text
    for (const line of errorsOn(page)) expect(atField).toContain(line)
  })

  it('are ten at most: the first ten are kept, and the eleventh is said to be one too many', async () => {
    const page = await check(Array.from({ length: 11 }, (_, at) => [`page-${at + 1}.png`, aPng()] as const))
    expect(page.status).toBe(422)
    expect(errorsOn(page)).toEqual([errorOf('files', 'too-many')])
    expect(handlesOn(page)).toHaveLength(10)
    const again = await check([['more.png', aPng()]], { files: handlesOn(page) })
    expect(errorsOn(again)).toEqual([errorOf('files', 'too-many')])
    expect(named(handlesOn(again))).not.toContain('more.png')
  })

  it('that come to too much together are not kept, and every word beside them is', async () => {
    const page = await check([['large.txt', new TextEncoder().encode('a'.repeat(4_100_000))]])
    expect(page.status).toBe(422)
    expect(errorsOn(page)).toEqual([errorOf('files', 'too-much')])
    expect(page.text).toContain('Our bin was not emptied three weeks running.')
    expect(page.text).toContain(t('form.files.together', { size: '4 MB' }))
  })

  it('lose where a picture was taken', async () => {
    const picture = asFromAPhone(boneJpeg())
    const page = await check([['IMG_0001.jpg', picture]])
    const [handle] = handlesOn(page)
    const [row] = await portal.sql<{ size: number; type: string }>(
      `select size, type from heard.files where id = '${readHandle(handle!)?.id}'`,
    )
    expect(row?.type).toBe('image/jpeg')
    expect(Number(row?.size)).toBeLessThan(picture.length)
  })

  it('keep the name they have, in any script, without the folders before it', async () => {
    const page = await check([['../../etc/میری تصویر.png', aPng()]])
    expect(named(handlesOn(page))).toEqual(['میری تصویر.png'])
    expect(parse(page.text).querySelector('.files-held bdi')?.text).toBe('میری تصویر.png')
  })

  it('are removed by a button, which brings the same page back without them', async () => {
    const page = await check([
      ['one.png', aPng()],
      ['two.png', aPng()],
    ])
    const [one, two] = handlesOn(page) as [string, string]
    expect(await kept(one)).toHaveLength(1)
    const submission = parse(page.text).querySelector('[name=submission]')?.getAttribute('value') ?? ''
    const fields = { ...aComplaint({ files: [one, two] }), remove: one }
    const less = await ask(api(), { method: 'POST', body: encoded({ ...fields, submission }) })
    expect(heading(less)).toBe(t('form.check.title'))
    expect(handlesOn(less)).toEqual([two])
    expect(await kept(one)).toHaveLength(0)

    const whole = await postFiles(api(), { ...aComplaint({ files: [two] }), remove: two }, [])
    expect(heading(whole)).toBe(t('complain.title'))
    expect(handlesOn(whole)).toEqual([])
    expect(await kept(two)).toHaveLength(0)
  })

  it('are kept with what is added to a complaint later', async () => {
    const addition = {
      'addition-kind': 'more',
      'addition-text': 'Here is the picture.',
      reference: 'none to hand',
      language: 'en',
      go: 'check',
    }
    const page = await postFiles(`${portal.url}/api/additions`, addition, [['bin.png', aPng()]])
    expect(named(handlesOn(page))).toEqual(['bin.png'])
  })

  it('come along when the form is saved to finish later', async () => {
    const saved = await postFiles(`${portal.url}/api/drafts`, aComplaint({ save: 'complain' }), [
      ['bin.png', aPng()],
    ])
    const code = parse(saved.text).querySelector('#draft')?.text.trim() ?? ''
    const opened = await ask(`${portal.url}/api/drafts`, {
      method: 'POST',
      body: encoded({ go: 'open', 'draft-code': code, language: 'en' }),
    })
    expect(named(handlesOn(opened))).toEqual(['bin.png'])
    expect(opened.text).toContain('action="/api/complaints#files"')
  })
})
