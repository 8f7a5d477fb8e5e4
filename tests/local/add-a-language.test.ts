import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildSite } from '../../src/local/build-site.ts'
import { translator, type Words } from '../../src/words/translate.ts'
import { launch } from '../support/chromium.ts'
import { copyOfProject } from '../support/copy-of-project.ts'
import { startPortal, type Portal } from '../support/portal.ts'

/**
 * Hebrew stands for a language nobody has added yet, made from English by putting marks on its letters: longer
 * words, from right to left. What is done here is what CONTRIBUTING.md says under "A new language", line by line.
 */
const tag = 'he'
const guide = readFileSync(join(import.meta.dirname, '../../CONTRIBUTING.md'), 'utf8')
const lines = (/### A new language\n\n(.*?)\n\n/s.exec(guide)?.[1] ?? '').split('\n')

const mark = (text: string) =>
  text.replace(
    /(\{[^}]*\}|<[^>]*>)|([aeou])/g,
    (_, kept?: string, letter?: string) => kept ?? `${letter}\u0301${letter}`,
  )

const categories = new Set(['zero', 'one', 'two', 'few', 'many', 'other'])

/** Every sentence of a file of words, marked, with the plural forms that the language has. */
function translated(held: unknown): unknown {
  if (typeof held === 'string') return mark(held)
  const own = held as Record<string, unknown>
  if ('other' in own && Object.keys(own).every((key) => categories.has(key))) {
    const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories
    return Object.fromEntries(forms.map((form) => [form, mark((own[form] ?? own['other']) as string)]))
  }
  return Object.fromEntries(Object.entries(own).map(([key, inner]) => [key, translated(inner)]))
}

/** A file of the council's texts in English and the new language. The other editions are left out: they take long to build. */
const beside = (held: unknown): unknown =>
  Array.isArray(held)
    ? held.map(beside)
    : typeof held !== 'object' || held === null
      ? held
      : typeof (held as Record<string, unknown>)['en'] === 'string'
        ? { en: (held as { en: string }).en, [tag]: mark((held as { en: string }).en) }
        : Object.fromEntries(Object.entries(held).map(([key, inner]) => [key, beside(inner)]))

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
const write = (file: string, held: unknown) => writeFileSync(file, JSON.stringify(held, null, 2))

const copy = copyOfProject()
const content = (name: string) => join(copy.root, 'content', name)
const without = readdirSync(content('pages/en'))
  .map((name) => name.replace(/\.mdx$/, ''))
  .filter(
    (name) => !['home', 'how-to-complain', 'help', 'procedures', 'contact', 'still-unhappy'].includes(name),
  )

function listed(status: 'draft' | 'published'): void {
  const council = json(content('council.json'))
  const others = (council['languages'] as { tag: string }[]).filter((each) => each.tag === 'en')
  const own = { tag, name: 'עברית', dir: 'rtl', status, without }
  write(content('council.json'), { ...council, languages: [...others, own] })
}

let portal: Portal
let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await portal?.stop()
  copy.remove()
})

describe('the guide to adding a language', () => {
  it('has ten lines', () => {
    expect(lines.map((line) => line.split('.')[0])).toEqual(
      Array.from({ length: 10 }, (_, i) => String(i + 1)),
    )
  })

  it('is told what is missing, where it is not followed to its end', async () => {
    listed('published')
    cpSync(content('words/en'), content(`words/${tag}`), { recursive: true })
    await expect(buildSite(copy.root)).rejects.toThrow(
      `has no words in ${tag}, which is published. Add "${tag}": "…".`,
    )
  })

  it('leads to an edition whose form can be filled in and sent, and whose letter comes back', async () => {
    for (const name of readdirSync(content('words/en')).filter((each) => each.endsWith('.json'))) {
      if (['report.json', 'figures.json', 'you-said-we-did.json'].includes(name))
        rmSync(content(`words/${tag}/${name}`))
      else write(content(`words/${tag}/${name}`), translated(json(content(`words/en/${name}`))))
    }
    for (const page of ['home', 'how-to-complain', 'help', 'contact', 'still-unhappy', 'procedures']) {
      const name = page === 'procedures' ? page : `${page}.mdx`
      cpSync(content(`pages/en/${name}`), content(`pages/${tag}/${name}`), { recursive: true })
    }
    for (const name of ['council', 'routes', 'finder', 'bank-holidays'])
      write(content(`${name}.json`), beside(json(content(`${name}.json`))))
    listed('published')
    const recorded = spawnSync(process.execPath, ['src/words/translated.ts', tag], { cwd: copy.root })
    expect(recorded.status).toBe(0)

    await buildSite(copy.root)
    portal = await startPortal({ root: copy.root })
    const page = await browser.newPage({ baseURL: portal.url, viewport: { width: 320, height: 640 } })
    await page.goto(`/${tag}/complain/`)
    await page.locator('#complain form:not([data-opening])').waitFor()
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    const t = translator({ form: json(content(`words/${tag}/form.json`)) as Words }, tag)
    const goOn = page.getByRole('button', { name: t('form.continue'), exact: true })
    const send = page.getByRole('button', { name: t('form.check.send.comment'), exact: true })
    while ((await send.count()) === 0) {
      await fill(page)
      const before = page.url()
      await goOn.click()
      await page.waitForURL((url) => url.href !== before)
    }
    await send.click()
    await page.waitForURL('**/complain/sent/?t=*')
    expect(await page.locator('html').getAttribute('lang')).toBe(tag)
    expect(await page.locator('.reference').textContent()).toMatch(/^\w{3}-\w{3}-\w{3}$/)
    const { html } = await portal.waitForMail(({ to }) => to.includes('noa.peretz@example.org'))
    expect(html).toContain(`<html lang="${tag}" dir="rtl">`)
  })
})

/** What somebody answers, wherever it is asked. */
const answers = {
  kind: 'comment',
  service: 'parks',
  risk: 'no',
  'your-comment': 'Plant trees where people wait.',
  'reply-route': 'email',
  name: 'Noa Peretz',
  email: 'noa.peretz@example.org',
}

async function fill(page: Page): Promise<void> {
  for (const [name, value] of Object.entries(answers)) {
    const option = page.locator(`[name="${name}"][value="${value}"][type="radio"]`)
    const box = page.locator(
      `:is(textarea, input[type="text"], input[type="email"], input:not([type]))[name="${name}"]:visible`,
    )
    if (await option.count()) await option.check()
    else if (await box.count()) await box.fill(value)
  }
}
