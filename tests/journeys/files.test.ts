import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { readHandle } from '../../src/form/file-handle.ts'
import { textOf, textsOf, type Fields } from '../../src/form/question.ts'
import { aPdf, aPng, asFromAPhone, boneJpeg, joined, aDocx } from '../support/made-files.ts'
import { look } from '../support/journey-axe.ts'
import { patience, scriptless, useJourneys } from '../support/journey-browser.ts'
import {
  arriveAt,
  continueButton,
  hasFocus,
  openAt,
  referenceOn,
  sendButton,
} from '../support/journey-form.ts'
import { missedBins } from '../support/journey-people.ts'
import { press } from '../support/journey-press.ts'
import { errorOf, t } from '../support/journey-words.ts'

const journeys = useJourneys()

const asChosen = (name: string, bytes: Uint8Array) => ({
  name,
  // What a browser says of a file counts for nothing.
  mimeType: 'image/png',
  buffer: Buffer.from(bytes),
})
const executable = joined('MZ', new Uint8Array(600))
const bomb = () => aDocx({ name: 'word/media/a', body: new Uint8Array(160_000_000), packed: true })
const urdu = '../../etc/میری تصویر.png'

const open = async (page: Page) => {
  await openAt(page, 'files', missedBins)
  await page.locator('#files').waitFor()
}
const choose = (page: Page, ...files: readonly (readonly [string, Uint8Array])[]) =>
  page.locator('#files').setInputFiles(files.map(([name, bytes]) => asChosen(name, bytes)))
const upload = (page: Page) => page.getByRole('button', { name: t('form.files.upload') }).click()
const rowOf = (page: Page, name: string): Locator => page.locator('.files-held li').filter({ hasText: name })
const stands = (page: Page, name: string, state: string) => rowOf(page, name).getByText(state).waitFor()
const uploaded = (page: Page, name: string) => stands(page, name, t('form.files.state.done'))
const status = (page: Page) => page.getByRole('status').textContent()
const heldIn = async (page: Page) => {
  const kept = await page.evaluate(() => sessionStorage.getItem('heard:complain'))
  const { fields } = JSON.parse(kept ?? '{}') as { fields: Fields }
  return textsOf(fields, 'files').filter(Boolean)
}
const problems = (page: Page) => page.locator('.govuk-error-summary__list li').allTextContents()
const wrong = (name: string, code: string) => t('form.files.wrong', { name, reason: errorOf('files', code) })

describe('files, step by step', () => {
  it('are sent by a button of their own, and go with the complaint: the check page and the letter name them', async () => {
    const page = await journeys.page()
    await open(page)
    await choose(page, ['IMG_0001.jpg', asFromAPhone(boneJpeg())], [urdu, aPng()])
    expect(await heldIn(page)).toEqual([])
    await upload(page)
    await uploaded(page, 'IMG_0001.jpg')
    await uploaded(page, 'میری تصویر.png')
    const handles = (await heldIn(page)).map((text) => readHandle(text)!)
    expect(handles.map(({ name }) => name)).toEqual(['IMG_0001.jpg', 'میری تصویر.png'])
    // What arrived is shorter than what was sent by where the picture was taken.
    const [row] = await journeys.portal.sql<{ size: number }>(
      `select size from heard.files where id = '${handles[0]!.id}'`,
    )
    expect(Number(row?.size)).toBeLessThan(handles[0]!.size)

    // A reload, as after a crash, finds them again.
    await page.reload()
    await uploaded(page, 'میری تصویر.png')
    await page.goto('/complain/#step-check')
    await arriveAt(page, 'check', missedBins)
    expect(await page.locator('.files-held bdi').allTextContents()).toEqual([
      'IMG_0001.jpg',
      'میری تصویر.png',
    ])
    await sendButton(page, 'complaint').click()
    const reference = await referenceOn(page)
    const mail = await journeys.portal.waitForMail(
      ({ to, text = '' }) => to.includes(textOf(missedBins, 'email')) && text.includes(reference),
    )
    expect(mail.text).toContain('میری تصویر.png')
    const sent = await journeys.portal.sql<{ name: string }>(
      `select name from heard.files where sent_at is not null and id in (${handles.map(({ id }) => `'${id}'`).join()})`,
    )
    expect(sent).toHaveLength(2)
  })

  it('that cannot be taken are said one by one, beside them and at the top, and keep nobody from removing them', async () => {
    const page = await journeys.page()
    await open(page)
    await choose(
      page,
      ['holiday.jpg', executable],
      ['nothing.txt', new Uint8Array()],
      ['report.docx', bomb()],
      ['fine.png', aPng()],
    )
    await stands(page, 'nothing.txt', errorOf('files', 'empty'))
    await upload(page)
    await uploaded(page, 'fine.png')
    await stands(page, 'holiday.jpg', errorOf('files', 'type'))
    await stands(page, 'report.docx', errorOf('files', 'broken'))
    await continueButton(page).click()
    await page.waitForFunction(() => document.activeElement?.className === 'govuk-error-summary')
    expect(await problems(page)).toEqual([
      wrong('holiday.jpg', 'type'),
      wrong('nothing.txt', 'empty'),
      wrong('report.docx', 'broken'),
    ])
    for (const name of ['holiday.jpg', 'nothing.txt', 'report.docx'])
      await rowOf(page, name).getByRole('button').click()
    await continueButton(page).click()
    await arriveAt(page, 'reply', missedBins)
    expect(await heldIn(page)).toHaveLength(1)
  })

  it('are ten at most, and the first ten stand', async () => {
    const page = await journeys.page()
    await open(page)
    await choose(page, ...Array.from({ length: 11 }, (_, at) => [`page-${at + 1}.png`, aPng()] as const))
    expect(await page.locator('.files-held li').count()).toBe(10)
    expect(await page.locator('#files-error').textContent()).toContain(errorOf('files', 'too-many'))
    expect(await status(page)).toContain(errorOf('files', 'too-many'))
  })

  it('of 10 MB arrive over a slow connection that is cut twice, without anybody doing anything', async () => {
    const page = await journeys.page()
    await open(page)
    let cuts = 0
    await page.route(
      ({ pathname }) => pathname.includes('/object/upload/sign/') || pathname.includes('/upload'),
      (route) => (route.request().method() === 'PUT' && (cuts += 1) <= 2 ? route.abort() : route.continue()),
    )
    const network = await page.context().newCDPSession(page)
    await network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 50,
      downloadThroughput: 5_000_000,
      uploadThroughput: 5_000_000,
    })
    const pdf = aPdf()
    await choose(page, ['letter.pdf', joined(pdf, new Uint8Array(9_990_000 - pdf.length).fill(32))])
    await upload(page)
    await rowOf(page, 'letter.pdf').getByRole('progressbar').waitFor()
    await uploaded(page, 'letter.pdf')
    expect(cuts).toBe(3)
    expect(await status(page)).toBe(t('form.files.said.uploaded', { name: 'letter.pdf' }))
  })

  it('that do not arrive say so and can be tried again; on their way they can be cancelled, and hold Continue', async () => {
    const page = await journeys.page()
    await open(page)
    let away = true
    let hold: (() => void) | undefined
    await page.route('**/api/files', async (route) => {
      if (away) return route.fulfill({ status: 503, json: { refused: 'failed' } })
      if (hold === undefined) await new Promise<void>((resolve) => (hold = resolve))
      await route.continue()
    })
    await choose(page, ['fine.png', aPng()])
    await continueButton(page).click()
    await page.locator('.govuk-error-summary').waitFor()
    expect(await problems(page)).toEqual([wrong('fine.png', 'waiting')])
    await upload(page)
    await stands(page, 'fine.png', errorOf('files', 'failed'))
    away = false
    await page.getByRole('button', { name: t('form.files.again') }).click()
    const cancel = page.getByRole('button', { name: t('form.files.cancel') })
    await cancel.waitFor()
    expect(await hasFocus(cancel)).toBe(true)
    await expect.poll(() => hold !== undefined, patience).toBe(true)
    await continueButton(page).click()
    await expect.poll(() => problems(page), patience).toEqual([wrong('fine.png', 'sending')])
    await cancel.click()
    await stands(page, 'fine.png', t('form.files.state.waiting'))
    expect(await status(page)).toBe(t('form.files.said.cancelled', { name: 'fine.png' }))
    hold!()
    await upload(page)
    await uploaded(page, 'fine.png')
  })

  it('work by the keyboard alone, with the focus always somewhere', async () => {
    const page = await journeys.page()
    await open(page)
    await page.getByRole('button', { name: t('form.files.upload') }).press('Enter')
    await page.waitForFunction(() => document.activeElement?.id === 'files')
    expect(await page.locator('#files-error').textContent()).toContain(errorOf('files', 'none'))
    await choose(page, ['one.png', aPng()], ['two.png', aPng()])
    expect(await status(page)).toBe(t('form.files.said.chosen', { count: 2 }))
    const button = page.getByRole('button', { name: t('form.files.upload') })
    await button.press('Enter')
    await uploaded(page, 'two.png')
    expect(await hasFocus(button)).toBe(true)
    await rowOf(page, 'one.png').getByRole('button').press('Enter')
    await expect.poll(() => hasFocus(rowOf(page, 'two.png').getByRole('button')), patience).toBe(true)
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.id === 'files')
    await expect.poll(() => heldIn(page), patience).toEqual([])
  })

  it.each([320, 1280])('keep nobody out in any state, %s pixels wide', async (width) => {
    const page = await journeys.page({ viewport: { width, height: 800 }, bypassCSP: true })
    await open(page)
    const found = await look(page, 'empty')
    await choose(page, ['fine.png', aPng()], ['holiday.jpg', executable])
    found.push(...(await look(page, 'chosen', 'everything')))
    let go: (() => void) | undefined
    await page.route('**/api/files', async (route) => {
      if (!go) await new Promise<void>((resolve) => (go = resolve))
      await route.continue()
    })
    await upload(page)
    await page.getByRole('progressbar').first().waitFor()
    found.push(...(await look(page, 'on its way')))
    await expect.poll(() => go !== undefined, patience).toBe(true)
    go!()
    await stands(page, 'holiday.jpg', errorOf('files', 'type'))
    await continueButton(page).click()
    await page.locator('.govuk-error-summary').waitFor()
    found.push(...(await look(page, 'refused')))
    expect(found).toEqual([])
  })
})

describe('files, on the page to add something', () => {
  it('are sent by the same button where a script runs, and hold the form until they are', async () => {
    const page = await journeys.page()
    await page.goto('/add/')
    await page.getByRole('button', { name: t('form.files.upload') }).waitFor()
    await choose(page, ['fine.png', aPng()])
    await page.getByRole('button', { name: t('form.one-page.button'), exact: true }).click()
    await page.waitForFunction(() => document.activeElement?.className === 'govuk-error-summary')
    expect(await problems(page)).toEqual([wrong('fine.png', 'waiting')])
    await upload(page)
    await uploaded(page, 'fine.png')
    // Other things are to mend: the files are on the page that says so.
    await press(page, t('form.one-page.button'))
    await uploaded(page, 'fine.png')
    expect(await problems(page)).not.toEqual([])
  })

  it('come in the post where no script runs, and can be removed from the page that comes back', async () => {
    const page = await journeys.page(scriptless)
    await page.goto('/add/')
    await choose(page, ['fine.png', aPng()], ['holiday.jpg', executable])
    await press(page, t('form.one-page.button'))
    expect(await problems(page)).toContain(wrong('holiday.jpg', 'type'))
    expect(await page.locator('.files-held bdi').allTextContents()).toContain('fine.png')
    const back = page.waitForEvent('load')
    await page.locator('.files-held button').click()
    await back
    expect(await page.locator('.files-held').count()).toBe(0)
  })
})
