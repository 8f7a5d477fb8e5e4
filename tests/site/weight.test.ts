import { brotliCompressSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { contentPages } from './pages.ts'

it.each(contentPages)('$address is at most 14 KB', ({ html }) => {
  expect(brotliCompressSync(html).length).toBeLessThanOrEqual(14_000)
})
