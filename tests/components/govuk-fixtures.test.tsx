import { readdirSync } from 'node:fs'
import { renderToString } from 'preact-render-to-string'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mappers } from './fixture-mappers.tsx'
import { fixturesOf } from './fixture-options.ts'
import { setAside } from './fixtures-set-aside.ts'
import { launch } from '../support/chromium.ts'
import { outline } from './parsed-html.ts'

const cases = Object.entries(mappers).map(([component, map]) => ({
  component,
  fixtures: fixturesOf(component).map(({ name, options, html }) => ({
    name,
    theirs: html,
    ours: renderToString(<>{map(options)}</>),
  })),
}))

let browser: Awaited<ReturnType<typeof launch>>
const outlines = new Map<string, string>()

beforeAll(async () => {
  browser = await launch()
  const page = await browser.newPage()
  for (const { theirs, ours } of cases.flatMap(({ fixtures }) => fixtures)) {
    for (const html of [theirs, ours]) outlines.set(html, await page.evaluate(outline, html))
  }
})

afterAll(() => browser.close())

describe.each(cases)('$component', ({ component, fixtures }) => {
  const reasons = Object.entries(setAside[component] ?? {})
  const reasonFor = new Map(reasons.flatMap(([reason, names]) => names.map((name) => [name, reason])))

  for (const { name, theirs, ours } of fixtures) {
    const reason = reasonFor.get(name)
    if (reason) {
      it(`is still not what govuk-frontend gives: ${name} (${reason})`, () => {
        expect(outlines.get(ours)).not.toBe(outlines.get(theirs))
      })
    } else {
      it(`is what govuk-frontend gives: ${name}`, () => {
        expect(outlines.get(ours)).toBe(outlines.get(theirs))
      })
    }
  }

  it('sets aside only fixtures that exist, each once', () => {
    const named = reasons.flatMap(([, names]) => names)
    expect(fixtures.map(({ name }) => name)).toEqual(expect.arrayContaining(named))
    expect(new Set(named).size).toBe(named.length)
  })
})

describe('the list of components', () => {
  /** Pieces that other components are made of, and which govuk-frontend has no fixtures for. */
  const pieces = ['attributes', 'button-link', 'choices', 'form-group', 'token-list']

  it('holds every component of ours to its fixtures', () => {
    const ours = readdirSync('src/components/govuk').map((file) => file.replace(/\.tsx?$/, ''))
    expect(ours.filter((file) => !pieces.includes(file)).sort()).toEqual(Object.keys(mappers).sort())
  })

  it('sets nothing aside for components we do not have', () => {
    expect(Object.keys(mappers)).toEqual(expect.arrayContaining(Object.keys(setAside)))
  })
})
