import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launch } from '../support/chromium.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { fixture } from './fixture.ts'

const project = fixture({
  'functions/letter.ts': `
    import { Resend } from 'resend'
    export default async (request: Request) => {
      const { error } = await new Resend(process.env.RESEND_API_KEY).emails.send(await request.json())
      return Response.json(error)
    }
    export const config = { path: '/api/letter' }`,
})
let portal: Portal
let browser: Browser
let page: Page
beforeAll(async () => {
  portal = await startPortal({ root: project.root })
  browser = await launch()
})
beforeEach(async () => {
  await page?.close()
  page = await browser.newPage()
})
afterAll(async () => {
  await browser.close()
  await portal.stop()
  project.remove()
})

const send = (fields: Record<string, unknown>) =>
  fetch(`${portal.url}/api/letter`, {
    method: 'POST',
    body: JSON.stringify({
      from: 'A <a@example.org>',
      to: 'ann@example.org',
      subject: 'Hello',
      text: 'Hi',
      ...fields,
    }),
  })

async function violations(): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations: found } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(),
  )
  return found.map(({ id }) => id)
}

describe('the mailbox in a browser', () => {
  it('says that there is no mail while there is none', async () => {
    await page.goto(`${portal.url}/_mail`)
    expect(await page.textContent('main')).toContain('No mail yet')
    expect(await violations()).toEqual([])
  })

  it('lists the newest mail first, and shows one as its reader would see it', async () => {
    await send({ subject: 'First' })
    await send({
      subject: 'Second',
      html: '<h1>Thank you, Ann</h1><p style="color:#036">We have it.</p>',
      text: 'Plain',
    })
    await page.goto(`${portal.url}/_mail`)
    expect(await page.locator('ol a').allTextContents()).toEqual(['Second', 'First'])
    expect(await violations()).toEqual([])

    await page.getByRole('link', { name: 'Second' }).click()
    expect(await page.title()).toContain('Second')
    expect(await page.frameLocator('iframe').locator('h1').textContent()).toBe('Thank you, Ann')
    expect(await page.textContent('pre')).toBe('Plain')
    expect(await page.textContent('dl')).toContain('ann@example.org')
    expect(await violations()).toEqual([])
  })

  it('runs nothing that a mail brings, in its page, its text or its subject', async () => {
    const script = `<script>top.ran = 1; parent.ran = 1</script><img src=x onerror="parent.ran = 1">`
    await send({
      subject: `"><i id=broken>${script}`,
      html: `${script}"><i id=broken>`,
      text: `</pre>${script}`,
    })
    await page.goto(`${portal.url}/_mail`)
    await page.locator('ol a').first().click()
    await page.frameLocator('iframe').locator('img').waitFor({ state: 'attached' })
    expect(await page.evaluate('globalThis.ran')).toBeUndefined()
    expect(await page.locator('#broken').count()).toBe(0)
    expect(await page.textContent('h1')).toContain(script)
  })

  it('has a 404 for a mail that is not there', async () => {
    expect((await page.goto(`${portal.url}/_mail/none`))?.status()).toBe(404)
  })
})
