import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { council } from '../../src/council/council.ts'
import { questionsOf } from '../../src/form/journey.ts'
import { allJourneys } from '../../src/form/all-journeys.ts'

const folder = join(import.meta.dirname, '../../content/governance')
const papers = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
const dist = join(import.meta.dirname, '../../dist')

const paper = (name: string) => papers.find((one) => one.name === name)?.text ?? ''
const words = (text: string) => text.replace(/[`*|]/g, ' ').replace(/\s+/g, ' ')

describe('the governance papers', () => {
  it('are not published: neither a file nor a sentence of them is in the site', () => {
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    expect(files.filter((file) => /governance|dpia|appropriate-policy|self-assessment/i.test(file))).toEqual(
      [],
    )
    const site = files
      .filter((file) => /\.(html|js|json|txt|xml)$/.test(file))
      .map((file) => words(readFileSync(join(dist, file), 'utf8')))
    const sentences = papers.flatMap(({ text }) => words(text).match(/[A-Z][^.?!]{40,}[.?!]/g) ?? [])
    expect(sentences.length).toBeGreaterThan(40)
    expect(sentences.filter((sentence) => site.some((page) => page.includes(sentence)))).toEqual([])
  })

  it('refer to keys that council.json has', () => {
    const keys = papers.flatMap(({ text }) =>
      [
        ...text.matchAll(/`((?:contacts|retention|safeguarding|procedures|formats|thresholds)(?:\.\w+)*)`/g),
      ].map(([, key]) => key ?? ''),
    )
    expect(keys.length).toBeGreaterThan(8)
    for (const key of keys) {
      const found = key
        .split('.')
        .reduce<unknown>((here, part) => (here as Record<string, unknown> | undefined)?.[part], council)
      expect(found, `content/governance names ${key}`).toBeDefined()
    }
  })

  it('type no name or number that council.json holds', () => {
    const facts = [
      council.name['en'] ?? '',
      ...Object.values(council.contacts).flatMap(({ email, phone }) => [email, phone]),
    ]
    for (const { name, text } of papers)
      expect(
        facts.filter((fact) => text.includes(fact)),
        name,
      ).toEqual([])
  })

  it('name every processor that the privacy notice names', () => {
    const notice = readFileSync('content/pages/en/privacy.mdx', 'utf8')
    const processors = [...notice.matchAll(/^- \*\*(\w+)\*\*/gm)].map(([, name]) => name ?? '')
    expect(processors.length).toBeGreaterThan(0)
    for (const processor of processors) expect(paper('dpia.md')).toContain(`| ${processor}`)
  })

  it('mark what only the council can write', () => {
    for (const { text } of papers) expect(text).toContain('**TO DO**')
  })
})

it('has an impact assessment that names everything the forms keep', () => {
  const asked = [...new Set(allJourneys.flatMap(questionsOf).map(({ record }) => record))]
  // A reference and a code open something, and are kept nowhere.
  const kept = asked.filter((field) => !field.startsWith('key.'))
  // A new question: say in section 3 of content/governance/dpia.md whose information it is, and look at the risks.
  expect(kept.filter((field) => !paper('dpia.md').includes(`\`${field}\``))).toEqual([])
})
