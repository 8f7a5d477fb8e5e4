import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { answersBefore, finder, follow } from '../../src/council/finder.ts'
import type { Outcome } from '../../src/council/finder.ts'
import { routes } from '../../src/council/routes.ts'
import { mostQuestions } from '../../src/council/schema/finder.ts'
import { situations } from './finder-situations.ts'

const by = ({ kind, route, procedure, ombudsman }: Outcome): string => {
  if (route !== undefined) return `route ${route}`
  if (procedure !== undefined) return `procedure ${procedure}`
  return [kind, ombudsman].filter(Boolean).join(' ')
}

describe('the finder, tried on what people come with', () => {
  it.each(situations)('“$says” reaches $reaches', ({ chooses, reaches, by: expected }) => {
    const answers = chooses.split(' ')
    expect(answers.length).toBeLessThanOrEqual(mostQuestions)
    const end = follow(answers)
    if (!('outcome' in end)) throw new Error(`It still asks: ${end.question.id}`)
    expect(end.outcome.id).toBe(reaches)
    expect(by(end.outcome)).toBe(expected)
  })

  it('is tried on at least forty situations', () => {
    expect(situations.length).toBeGreaterThanOrEqual(40)
  })

  it('has every one of its ends reached by somebody', () => {
    const reached = new Set(situations.map(({ reaches }) => reaches))
    expect(finder.outcomes.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([])
  })

  it('sends somebody along every route, and to urgent help where someone is at risk', () => {
    const sent = new Set(situations.map((situation) => situation.by))
    expect(routes.map(({ id }) => id).filter((id) => !sent.has(`route ${id}`))).toEqual(['at-risk'])
    expect(sent).toContain('urgent')
  })
})

describe('what the finder knows of the way somebody came', () => {
  it('tells the answers that everyone gave who is here', () => {
    const trail = answersBefore({ outcome: 'parking-fine' })
    expect(trail.map(({ question, answer }) => `${question.id} ${answer.id}`)).toEqual([
      'start decision',
      'decision parking',
    ])
  })

  it('says nothing where several ways lead here', () => {
    expect(answersBefore({ outcome: 'complain' })).toEqual([])
    expect(answersBefore({ question: 'care' })).toEqual([])
  })

  it('begins after the last page that several ways lead to', () => {
    const trail = answersBefore({ outcome: 'adult-social-care' })
    expect(trail.map(({ question, answer }) => `${question.id} ${answer.id}`)).toEqual(['care adult'])
  })

  it('says nothing at the start', () => {
    expect(answersBefore({ question: 'start' })).toEqual([])
  })
})

it('refuses answers that a question has not, and answers after the end', () => {
  expect(() => follow(['dragons'])).toThrow('danger, service')
  expect(() => follow(['danger', 'service'])).toThrow('comes after the end')
})

it('takes neither the schema nor Node into the browser', async () => {
  const { metafile } = await build({
    stdin: {
      contents: `export * from './src/council/routes.ts'; export * from './src/council/finder.ts'`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
  })
  expect(Object.keys(metafile.inputs).filter((path) => path.includes('node_modules'))).toEqual([])
})
