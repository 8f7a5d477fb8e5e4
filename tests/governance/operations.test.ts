import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

it('README.md names every script of package.json, or one that runs it', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const readme = read('README.md')
  const named = (name: string) =>
    new RegExp(`npm (run )?(--silent )?${name}(?![\\w:-])`).test(readme) ||
    Object.entries(scripts).some(([other, runs]) => other !== name && runs.includes(`npm run ${name} &&`))
  expect(Object.keys(scripts).filter((name) => !named(name))).toEqual([])
})

it('README.md says of every variable of a deployed portal what it is', () => {
  const asked = [...read('src/adapters/environment.ts').matchAll(/(?:\/\*\* (.+) \*\/\n)? {2}([A-Z_]+): /g)]
  expect(asked.length).toBeGreaterThan(10)
  const notSet = /^Only on one machine|which Netlify says/
  const unsaid = asked.filter(
    ([, what = '', name]) => !notSet.test(what) && !read('README.md').includes(`\`${name}\``),
  )
  expect(unsaid.map(([, , name]) => name)).toEqual([])
})

it('OPERATIONS.md names every function that runs on a schedule', () => {
  const scheduled = readdirSync(join(root, 'functions')).filter((file) =>
    /schedule: '/.test(read(`functions/${file}`)),
  )
  expect(scheduled.length).toBeGreaterThan(5)
  const named = read('OPERATIONS.md')
  expect(scheduled.filter((file) => !new RegExp(`\\b${file.slice(0, -3)}\\b`).test(named))).toEqual([])
})
