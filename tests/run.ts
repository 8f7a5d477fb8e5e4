import { startVitest, type TestModule } from 'vitest/node'
import { getChromium } from './get-chromium.ts'

const chromium = await getChromium()
if (!chromium) {
  console.error(
    'The browser tests need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
  )
  process.exit(1)
}
process.env['CHROMIUM_PATH'] = chromium

// More words on the command line choose the test files whose path holds one of them.
const vitest = await startVitest('test', process.argv.slice(2), { run: true, watch: false })
const modules = vitest.state.getTestModules()
const errors = vitest.state.getUnhandledErrors().length
await vitest.close()

const tests = modules.flatMap((module) => [...module.children.allTests()]).map((test) => test.result().state)
const passed = count('passed')
const skipped = count('skipped') + count('pending')
// A file that could not be read has no failed test to its name, and an error outside every test has none either.
const failed = count('failed') + modules.filter(broken).length + errors

console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)

function count(state: (typeof tests)[number]): number {
  return tests.filter((one) => one === state).length
}

function broken(module: TestModule): boolean {
  const inTests = [...module.children.allTests()].some((test) => test.result().state === 'failed')
  return module.state() === 'failed' && !inTests
}
