import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { laterScriptsOf, scriptsOf, weightOf } from './weight.ts'

const dist = join(import.meta.dirname, '../../dist')
const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.html'),
)
const forms = pages.filter((page) => readFileSync(join(dist, page), 'utf8').includes('<form'))
const others = pages.filter((page) => !forms.includes(page))

const isEnglish = (page: string) => readFileSync(join(dist, page), 'utf8').includes('<html lang="en"')

const styles = /<link[^>]+rel="?stylesheet/

it('the site has a form and pages of content', () => {
  expect(forms).toContain('complain/index.html')
  expect(others.length).toBeGreaterThanOrEqual(6)
})

describe.each(others)('%s', (page) => {
  it('is at most 14 KB after brotli, in one request, with no script but one that lets it be listened to', async () => {
    const html = readFileSync(join(dist, page), 'utf8')
    expect(await weightOf(page)).toBeLessThanOrEqual(14_000)
    const tags = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
    expect(tags.length).toBeLessThanOrEqual(1)
    for (const tag of tags) expect(tag).toMatch(/^<script type="module" src="\/_astro\/listen\.[^"]+\.js">$/)
    for (const script of scriptsOf(page)) expect(await weightOf(script)).toBeLessThanOrEqual(2_000)
    expect(scriptsOf(page)).toHaveLength(tags.length)
    expect(html).not.toMatch(styles)
  })
})

describe.each(forms)('%s', (page) => {
  it('is at most 20 KB after brotli, 24 in other editions than English, its styles in it', async () => {
    expect(await weightOf(page)).toBeLessThanOrEqual(isEnglish(page) ? 20_000 : 24_000)
    expect(readFileSync(join(dist, page), 'utf8')).not.toMatch(styles)
  })

  it('runs scripts of at most 25 KB after brotli, all from this site and none in its way', async () => {
    const scripts = scriptsOf(page)
    // The form that people fill in step by step has a script, the page that opens saved answers into it, the page
    // that keeps things on one's own device, and the page that sends files with what is added: what they weigh must be
    // found to be held.
    expect(scripts.length > 0).toBe(/(^|\/)(add|complain|for-advocates|resume)\/index\.html$/.test(page))
    const weights = await Promise.all(scripts.map(weightOf))
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(25_000)
    const tags = [...readFileSync(join(dist, page), 'utf8').matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
    for (const tag of tags) expect(tag).toMatch(/type="(module|application\/json)"/)
    for (const script of scripts) expect(script).toMatch(/^\/_astro\//)
  })

  it('fetches at most 6 KB more once somebody gets to what needs it: sending files', async () => {
    const scripts = laterScriptsOf(page)
    expect(scripts.length > 0).toBe(/(^|\/)complain\/index\.html$/.test(page))
    const weights = await Promise.all(scripts.map(weightOf))
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(6_000)
  })
})
