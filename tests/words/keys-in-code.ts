import { globSync, readFileSync } from 'node:fs'
import { journeys } from '../form/journeys.ts'

/** A text in the code that may be a key, with gaps where something is filled in when it runs. */
export interface Asked {
  readonly file: string
  /** The keys that it may stand for: in a page's own code, one of site.json. */
  readonly keys: readonly string[]
  /** True where it stands in the first thing given to t() or has(), and so must be a key. */
  readonly called: boolean
}

/** What stands for a gap in a key. */
export const gap = '…'

/** These ask for words of site.json without naming it: src/components/site/edition.ts. */
const scoped = /^src\/(components\/(site|easy-read)|layouts|pages)\//

/** Every key-like text in the code that makes pages, letters and answers. */
export function keysInCode(): readonly Asked[] {
  return globSync('src/**/*.{ts,tsx,astro}').flatMap((file) => {
    const code = withoutComments(readFileSync(file, 'utf8'))
    const places = calls(code)
    return literals(code).map(({ texts, at }) => ({
      file,
      keys: scoped.test(file) ? texts.flatMap((text) => [text, `site.${text}`]) : texts,
      // What is compared with something chooses a key, and is none.
      called: places.some(([from, to]) => at >= from && at < to) && !/[!=]== $/.test(code.slice(0, at)),
    }))
  })
}

const withoutComments = (code: string): string =>
  code.replace(/\/\*.*?\*\//gs, '').replace(/^\s*\/\/.*$/gm, '')

/** Texts in quotation marks, and templates with their gaps. */
function literals(code: string): readonly { texts: readonly string[]; at: number }[] {
  const plain = [...code.matchAll(/(["'])([\w.-]+)\1/g)].map(({ 2: text, index }) => ({
    texts: [text!],
    at: index,
  }))
  const templates = [...code.matchAll(/`((?:[\w.-]|\$\{[^{}`]*\})+)`/g)].flatMap(({ 1: text, index }) =>
    beginnings(text!, code).map((wholes) => ({
      texts: wholes.map((whole) => whole.replace(/\$\{[^{}]*\}/g, gap)),
      at: index,
    })),
  )
  return [...plain, ...templates]
}

/**
 * A template that begins with a gap, with what fills it: the id of each journey, a template of the same file, or
 * the id of some journey, each of which has some of such words.
 */
function beginnings(template: string, code: string): readonly (readonly string[])[] {
  const [whole, name] = /^\$\{([\w.]+)\}/.exec(template) ?? []
  if (!whole) return [[template]]
  const filled = journeys.map(({ id }) => template.replace(whole, id))
  if (name === 'journey.id') return [filled]
  if (name === 'journeyId') return filled.map((one) => [one])
  const [, named] = new RegExp(`const ${name} = [\`']([^\`']+)[\`']`).exec(code) ?? []
  return named ? beginnings(named + template.slice(whole.length), code) : []
}

/** Where the first thing given to each t() or has() begins and ends. */
function calls(code: string): readonly (readonly [number, number])[] {
  return [...code.matchAll(/(?:\bt|(?<!\.)\bhas|\bwording\.has)\(/g)].map(({ index, 0: call }) => {
    const from = index + call.length
    let depth = 0
    for (let at = from; at < code.length; at += 1) {
      const character = code[at]!
      if ('([{'.includes(character)) depth += 1
      if (depth === 0 && ',)'.includes(character)) return [from, at] as const
      if (')]}'.includes(character)) depth -= 1
    }
    return [from, code.length] as const
  })
}
