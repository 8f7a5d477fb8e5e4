import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import mdx from '@astrojs/mdx'
import preact from '@astrojs/preact'
import { defineConfig } from 'astro/config'
import { writeBraille } from './src/braille/write.ts'
import { checkContent } from './src/council/check.ts'
import { council } from './src/council/council.ts'
import { notFoundRules } from './src/council/not-found.ts'
import { hasSection, wordsOfSections } from './src/council/sections.ts'
import { allJourneys } from './src/form/all-journeys.ts'
import { questionsOf } from './src/form/journey.ts'
import { wordsNeeded } from './src/form/outputs/words-needed.ts'
import { bundledFor, bundleFunctions } from './src/local/bundle-functions.ts'
import { plainImport } from './src/local/plain-import.ts'
import { checkPictures } from './src/pictures/check.ts'
import { checkReports } from './src/report/check.ts'
import { logical } from './src/styles/logical.ts'
import { writeStylePolicies } from './src/styles/policy.ts'
import { leaveOutUnworn } from './src/styles/unworn.ts'
import { checkPages } from './src/words/check-pages.ts'
import { checkWords } from './src/words/check.ts'
import { staleLines } from './src/words/made-from.ts'
import { checkEntries } from './src/you-said-we-did/check.ts'

/** Files of words that are only for parts which an edition has not. */
const needless = (tag) =>
  Object.entries(wordsOfSections).flatMap(([file, section]) => (hasSection(tag, section) ? [] : [file]))

/** Stops a build whose content contradicts itself, in words for the person who edits it. */
const contentHolds = {
  name: 'heard:content-holds',
  hooks: {
    'astro:config:setup': ({ logger }) => {
      const { errors, warnings, unchecked } = checkContent()
      for (const warning of warnings) logger.warn(warning)
      for (const fact of unchecked) logger.info(`Not checked yet: ${fact}`)
      // Entries and reports are held to the council's data, so that has to be sound first.
      if (errors.length === 0) errors.push(...checkEntries(council), ...checkReports(council))
      errors.push(
        ...checkPictures({
          questions: allJourneys.flatMap(questionsOf),
          services: council.services.map(({ id }) => id),
        }),
      )
      const published = errors.length ? [] : council.languages.filter(({ status }) => status === 'published')
      errors.push(
        ...published.flatMap(({ tag }) =>
          checkWords(tag, wordsNeeded(allJourneys), undefined, needless(tag)),
        ),
      )
      errors.push(...(errors.length ? [] : checkPages(council.languages)))
      const [, ...others] = published
      for (const { tag } of others) for (const line of staleLines(tag)) logger.warn(line)
      if (errors.length) throw new Error(`The content does not hold together.\n${errors.join('\n')}`)
    },
  },
}

/** Leaves the rules beside the pages by which an address that is not there is answered in its edition. */
const notFoundInEveryEdition = {
  name: 'heard:not-found',
  hooks: { 'astro:build:done': ({ dir }) => writeFileSync(new URL('_redirects', dir), notFoundRules()) },
}

/** Names the styles of each page in it, once nothing changes them any more. */
const ownStylesOnly = {
  name: 'heard:own-styles-only',
  hooks: { 'astro:build:done': ({ dir }) => writeStylePolicies(fileURLToPath(dir)) },
}

/** Writes the braille-ready file from the pages that were built. */
const brailleToo = {
  name: 'heard:braille-too',
  hooks: { 'astro:build:done': ({ dir }) => writeBraille(fileURLToPath(dir)) },
}

/** Leaves the functions ready to deploy beside the pages they fill. */
const functionsToo = {
  name: 'heard:functions-too',
  hooks: { 'astro:build:done': () => bundleFunctions('functions', bundledFor).then(() => undefined) },
}

export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  // Content pages are one request: their styles travel inside them.
  build: { inlineStylesheets: 'always', format: 'directory' },
  integrations: [
    contentHolds,
    mdx(),
    preact(),
    ownStylesOnly,
    brailleToo,
    functionsToo,
    notFoundInEveryEdition,
  ],
  devToolbar: { enabled: false },
  vite: {
    plugins: [plainImport],
    css: {
      postcss: { plugins: [logical, leaveOutUnworn] },
      preprocessorOptions: { scss: { loadPaths: ['node_modules/govuk-frontend/dist'], quietDeps: true } },
    },
    build: {
      // A script stays a file of its own, however small: pages hold none (DESIGN, Numbers to hold).
      assetsInlineLimit: 0,
      // MDX files start with a directive that the bundler would warn about, once for each file.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
})
