import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Council } from '../council/council.ts'
import { textIn } from '../council/council.ts'
import { wordingOf, type Wording } from '../form/wording.ts'
import { has, type Words } from '../words/translate.ts'

/** Questions whose options are a list of the council's. */
const listsOf = {
  'desk-channel': 'channels',
  'desk-theme': 'reasons',
  'desk-learning-kind': 'learning',
  'desk-action-kind': 'actions',
} as const

/**
 * The desk's own words, which the team reads in English alone, beside the site's: a letter's names of things are there
 * already. Read from the folder that the site was started or deployed in.
 */
export function deskWording(site: Words, council: Council): Wording {
  const own = JSON.parse(readFileSync(join(process.cwd(), 'content/desk/en.json'), 'utf8')) as Words
  const questions = { ...(site['questions'] as Words), ...(own['questions'] as Words) }
  for (const [question, list] of Object.entries(listsOf))
    questions[question] = {
      ...(questions[question] as Words),
      options: Object.fromEntries(council.categories[list].map(({ id, name }) => [id, textIn(name, 'en')])),
    }
  questions['desk-language'] = {
    ...(questions['desk-language'] as Words),
    options: Object.fromEntries(council.languages.map(({ tag, name }) => [tag, inEnglish(tag, name)])),
  }
  const words: Words = { ...site, ...own, questions }
  const services = new Map(council.services.map(({ id, name }) => [id, textIn(name, 'en')]))
  const plain = wordingOf('en', words, (id) => services.get(id) ?? id)
  return {
    ...plain,
    has: (key) => plain.has(numbered(key)?.key ?? key),
    t: (key, values) => {
      const one = has(words, key) ? null : numbered(key)
      return one ? plain.t(one.key, { ...values, number: one.number }) : plain.t(key, values)
    },
  }
}

const english = new Intl.DisplayNames(['en'], { type: 'language' })

/** An edition as the team knows it: a language by its English name, such as Polish; another by its own, as Easy Read. */
const inEnglish = (tag: string, name: string): string =>
  tag.includes('-') ? name : (english.of(tag) ?? name)

/** A question that is asked several times, such as `point-text-3`, has the words of `point-text`, with a {number}. */
function numbered(key: string): { key: string; number: number } | null {
  const [, question, number, rest] = /^questions\.([a-z-]+?)-(\d+)\.(.+)$/.exec(key) ?? []
  return question ? { key: `questions.${question}.${rest}`, number: Number(number) } : null
}
