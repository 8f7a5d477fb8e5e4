import { join } from 'node:path'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const eslint = new ESLint({ cwd: root })

/** What the linter says of a file at `path` with one import. The file need not be there. */
async function saidOf(path: string, from: string): Promise<string[]> {
  const [result] = await eslint.lintText(`import { thing } from '${from}'\n\nexport const other = thing\n`, {
    filePath: join(root, path),
  })
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId === 'no-restricted-imports')
    .map(({ message }) => message)
}

const inward = 'Imports point inward'

describe('an import that points outward is refused', () => {
  it.each([
    ['src/form/one.ts', '../council/council.ts'],
    ['src/form/questions/one.ts', '../../adapters/portal.ts'],
    ['src/form/questions/one.ts', '../../complaints/submit.ts'],
    ['src/form/one.ts', '../components/form/ask.tsx'],
    ['src/words/one.ts', '../form/question.ts'],
    ['src/council/one.ts', '../form/question.ts'],
    ['src/form/one.ts', '../files/ports.ts'],
    ['src/files/one.ts', '../complaints/submit.ts'],
    ['src/files/kinds/one.ts', '../../adapters/bucket.ts'],
    ['src/complaints/one.ts', '../adapters/seal.ts'],
    ['src/complaints/letters/one.ts', '../../http/answer.ts'],
    ['src/components/form/one.tsx', '../../adapters/seal.ts'],
    ['src/components/form/one.tsx', '../../islands/complain/send.ts'],
    ['src/islands/complain/one.tsx', '../../adapters/seal.ts'],
    ['src/islands/complain/one.tsx', '../../http/answer.ts'],
    ['src/http/one.ts', '../adapters/seal.ts'],
    ['src/http/one.ts', '../local/start.ts'],
    ['src/adapters/one.ts', '../http/answer.ts'],
    ['src/adapters/one.ts', '../local/start.ts'],
  ])('%s: %s', async (path, from) => {
    expect(await saidOf(path, from)).toEqual([expect.stringContaining(inward)])
  })

  it('and so is any import of a function', async () => {
    expect(await saidOf('src/http/one.ts', '../../functions/complaints.ts')).not.toEqual([])
    expect(await saidOf('src/form/one.ts', '../../functions/complaints.ts')).not.toEqual([])
  })
})

describe('an import that points inward is taken', () => {
  it.each([
    ['functions/one.ts', '../src/adapters/portal.ts'],
    ['functions/one.ts', '../src/http/answer.ts'],
    ['src/http/one.ts', '../complaints/submit.ts'],
    ['src/complaints/one.ts', '../files/ports.ts'],
    ['src/files/one.ts', '../form/file-handle.ts'],
    ['src/http/one.ts', '../components/form/ask.tsx'],
    ['src/complaints/one.ts', '../form/question.ts'],
    ['src/adapters/one.ts', '../complaints/ports.ts'],
    ['src/islands/complain/one.tsx', '../../form/question.ts'],
    ['src/islands/complain/one.tsx', '../../components/form/ask.tsx'],
    ['src/form/questions/one.ts', '../question.ts'],
    ['src/form/outputs/one.ts', '../../words/dates.ts'],
    ['src/local/one.ts', '../adapters/portal.ts'],
  ])('%s: %s', async (path, from) => {
    expect(await saidOf(path, from)).toEqual([])
  })
})
