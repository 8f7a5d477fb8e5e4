import { createHash } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Listening } from '../../src/local/listen.ts'
import { withStylePolicy } from '../../src/styles/policy.ts'
import { launch } from '../support/chromium.ts'
import { builtPages } from './pages.ts'
import { serveSite } from './serve-site.ts'

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const found = (html: string, what: RegExp) => [...html.matchAll(what)].map(([text]) => text.slice(0, 200))

describe.each(builtPages)('$address', ({ html }) => {
  const policies = [...html.matchAll(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/g)]

  it('lets through its own styles by their hashes, and no other', () => {
    const styles = [...html.matchAll(/<style[^>]*>([^]*?)<\/style>/g)]
    expect(policies.map(([, policy]) => policy)).toEqual([
      `style-src ${[...new Set(styles.map(([, style = '']) => hashOf(style)))].join(' ') || "'none'"}`,
    ])
    // What stands before it is not under it.
    expect(policies[0]!.index).toBeLessThan(styles[0]?.index ?? Infinity)
    expect(found(html, /<[a-z][^>]*\sstyle=[^>]*>/g)).toEqual([])
  })

  it('has no script inside it, and nothing that runs as one', () => {
    for (const [, attributes = '', script = ''] of html.matchAll(/<script([^>]*)>([^]*?)<\/script>/g))
      expect(
        attributes.includes('application/json') || (/\ssrc="\/_astro\//.test(attributes) && script === ''),
      ).toBe(true)
    const outside = html.replace(/<script[^]*?<\/script>/g, '')
    expect(found(outside, /<[a-z][^>]*\son[a-z]+=[^>]*>/gi)).toEqual([])
    expect(
      found(outside, /(href|src|action)="?\s*(javascript:|vbscript:|data:text|data:application)/gi),
    ).toEqual([])
  })
})

it('a page whose head begins in another way stops the build', () => {
  expect(() => withStylePolicy('<html><head><title>x</title></head></html>')).toThrow(/charset/)
})

describe('in a browser', () => {
  let site: Listening
  let browser: Browser
  beforeAll(async () => {
    ;[site, browser] = await Promise.all([serveSite(), launch()])
  })
  afterAll(async () => {
    await browser.close()
    await site.close()
  })

  it.each(['/', '/complain/', '/how-to-complain/', '/ar/complain/'])(
    '%s wears its styles and runs its scripts without one complaint',
    async (address) => {
      const page = await browser.newPage()
      const said: string[] = []
      page.on('console', (message) => {
        if (/error|warning/.test(message.type())) said.push(message.text())
      })
      await page.goto(site.url + address, { waitUntil: 'load' })
      expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).not.toBe('')
      expect(
        await page.evaluate(() => [...document.styleSheets].every(({ cssRules }) => cssRules.length > 0)),
      ).toBe(true)
      expect(said).toEqual([])
      await page.close()
    },
  )

  it('what is smuggled into a page neither runs nor shows', async () => {
    const page = await browser.newPage()
    await page.goto(`${site.url}/how-to-complain/`)
    const came = await page.evaluate(async () => {
      const main = document.querySelector('main')!
      const script = document.createElement('script')
      script.textContent = 'document.title = "taken"'
      const style = document.createElement('style')
      style.textContent = 'main { color: rgb(1, 2, 3) }'
      main.append(script, style)
      main.insertAdjacentHTML(
        'beforeend',
        '<p id="p" style="color: rgb(4, 5, 6)">x</p><img src="/x" onerror="document.title = \'taken\'">',
      )
      await new Promise((resolve) => setTimeout(resolve, 200))
      return [
        document.title === 'taken',
        getComputedStyle(main).color === 'rgb(1, 2, 3)',
        getComputedStyle(document.getElementById('p')!).color === 'rgb(4, 5, 6)',
      ]
    })
    expect(came).toEqual([false, false, false])
    await page.close()
  })
})
