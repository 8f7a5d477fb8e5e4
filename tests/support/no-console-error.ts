import { afterEach, beforeEach, expect } from 'vitest'

const printed: string[] = []
const print = console.error

console.error = (...said: unknown[]) => {
  printed.push(said.map(String).join(' '))
  print(...said)
}

beforeEach(() => {
  printed.length = 0
})

/** An error that nobody expected is a fault, even where every assertion holds. */
afterEach(() => {
  expect(printed, 'console.error was called; a test that expects it replaces it with vi.spyOn').toEqual([])
})
