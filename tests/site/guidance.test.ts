import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { council, textIn } from '../../src/council/council.ts'
import { inNeed } from '../../src/council/schema/services.ts'
import { builtPages, wordsOf } from './pages.ts'

const written = readdirSync(join(import.meta.dirname, '../../content/pages/en'), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((file) => file.endsWith('.mdx'))
  .map((file) => `/${file.replace(/\.mdx$/, '/').replace(/^home\/$/, '')}`)

const mainOf = (at: string) => {
  const html = builtPages.find(({ address }) => address === at)?.html ?? ''
  return html.slice(html.indexOf('<main'), html.indexOf('</main>'))
}
const linksOf = (at: string) => [...mainOf(at).matchAll(/href="([^"#]+)/g)].map(([, href]) => href)

describe.each(written)('%s', (address) => {
  it('has at most one button, so that what to do next stands out', () => {
    expect(mainOf(address).split('class="govuk-button"').length - 1).toBeLessThanOrEqual(1)
  })

  it('is linked from the words of another page, besides the A to Z', () => {
    const from = builtPages
      .map((page) => page.address)
      .filter((at) => at !== address && at !== '/a-to-z/' && linksOf(at).includes(address))
    const inTheFoot = ['/', '/accessibility/']
    if (!inTheFoot.includes(address)) expect(from).not.toEqual([])
  })
})

it('leads from home to every page that helps before, during and after a complaint', () => {
  const home = linksOf('/')
  for (const name of ['how-to-complain', 'report-or-complain', 'help', 'acting-for-someone', 'still-unhappy'])
    expect(home).toContain(`/${name}/`)
})

describe('the page on help', () => {
  const parts = mainOf('/help/').split('<h3').slice(1)

  it.each(inNeed)('lists those who are for %s, and nobody else, under a heading of their own', (group) => {
    const meant = council.advocacy.filter((advocate) => advocate.for.includes(group))
    const under = parts.filter((part) => meant.some(({ phone }) => part.includes(phone)))
    const only = under.filter((part) => part.split('<li').length - 1 === meant.length)
    expect(only.length > 0).toBe(meant.length > 0)
  })

  it('leaves out nobody', () => {
    const words = wordsOf(mainOf('/help/') + '</main>')
    for (const { name, phone } of council.advocacy) {
      expect(words).toContain(textIn(name, 'en'))
      expect(words).toContain(phone)
    }
  })
})

it('says how soon to go to an ombudsman only where somebody has checked it', () => {
  const words = wordsOf(`${mainOf('/still-unhappy/')}</main>`).replace(/\s+/g, ' ')
  for (const { id, complainWithinMonths, usualWaitWeeks } of council.ombudsmen) {
    if (id !== 'lgsco') continue
    expect(words).toContain(`within ${complainWithinMonths} months`)
    expect(words).toContain(`up to ${usualWaitWeeks} weeks`)
  }
})
