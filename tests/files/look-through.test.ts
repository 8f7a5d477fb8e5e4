import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { lookThrough, type FileToLookThrough, type Looking } from '../../src/files/look-through.ts'
import type { Bucket } from '../../src/files/ports.ts'
import { newKey, openFile, sealFile } from '../../src/files/sealed.ts'

const words = (text: string) => new Uint8Array(Buffer.from(text))

/** A bucket in memory, which may be away. */
function bucket(): Bucket & { readonly held: Map<string, Uint8Array<ArrayBuffer>>; away: boolean } {
  const held = new Map<string, Uint8Array<ArrayBuffer>>()
  const here = () => (made.away ? Promise.reject(new Error('away')) : Promise.resolve())
  const made = {
    held,
    away: false,
    uploadAddress: () => Promise.reject(new Error('nobody uploads here')),
    read: async (path: string) => (await here(), held.get(path) ?? null),
    write: async (path: string, bytes: Uint8Array<ArrayBuffer>) => (await here(), void held.set(path, bytes)),
    remove: async (paths: readonly string[]) => (await here(), paths.forEach((path) => held.delete(path))),
  }
  return made
}

/** What was sent waits, sealed; and what the record was told of each. */
async function waiting(...texts: readonly string[]) {
  const [quarantine, clean] = [bucket(), bucket()]
  const files: FileToLookThrough[] = []
  for (const text of texts) {
    const file = { id: randomUUID(), path: randomUUID(), key: newKey() }
    quarantine.held.set(file.path, await sealFile(words(text), file.key))
    files.push(file)
  }
  const told: string[] = []
  const looking: Looking = {
    record: {
      take: () => Promise.resolve(files),
      clean: (id) => Promise.resolve(void told.push(`clean ${id}`)),
      infected: (id) => Promise.resolve(void told.push(`infected ${id}`)),
    },
    quarantine,
    clean,
    scanner: {
      scan: (bytes) => Promise.resolve(Buffer.from(bytes).includes('harm') ? 'infected' : 'clean'),
    },
  }
  return { looking, files, told, quarantine, clean }
}

describe('a file that was sent', () => {
  it('is put where the team can get it, still sealed, once it is found to be clean', async () => {
    const { looking, files, told, quarantine, clean } = await waiting('a letter')
    expect(await lookThrough(looking)).toMatchObject({ clean: 1, infected: 0, later: 0 })
    expect(told).toEqual([`clean ${files[0]!.id}`])
    expect(await openFile(clean.held.get(files[0]!.path)!, files[0]!.key)).toEqual(words('a letter'))
    expect(quarantine.held.size).toBe(0)
  })

  it('stays where it is, and out of reach, where it is harmful', async () => {
    const { looking, files, told, quarantine, clean } = await waiting('harm')
    expect(await lookThrough(looking)).toMatchObject({ infected: 1 })
    expect(told).toEqual([`infected ${files[0]!.id}`])
    expect([quarantine.held.size, clean.held.size]).toEqual([1, 0])
  })

  it('waits for the next run where this one would be cut off', async () => {
    const { looking, files } = await waiting('one', 'two', 'three')
    let seconds = 0
    const now = () => new Date((seconds += 4) * 1000)
    expect(await lookThrough(looking, now)).toMatchObject({ clean: 2, later: 1 })
    expect(files).toHaveLength(3)
  })

  it('is moved on without a scanner where the council has none', async () => {
    const { looking, clean } = await waiting('harm')
    expect(await lookThrough({ ...looking, scanner: null })).toMatchObject({ clean: 1 })
    expect(clean.held.size).toBe(1)
  })

  it('waits while the scanner is away, and holds up no other', async () => {
    const { looking, told, clean, files } = await waiting('a letter', 'another')
    let first = true
    const scanner = {
      scan: () =>
        first ? ((first = false), Promise.reject(new Error('away'))) : Promise.resolve('clean' as const),
    }
    expect(await lookThrough({ ...looking, scanner })).toMatchObject({ clean: 1, later: 1 })
    expect(told).toEqual([`clean ${files[1]!.id}`])
    expect(clean.held.size).toBe(1)
  })

  it('waits where it cannot be opened: what nobody looked through is not called clean', async () => {
    const { looking, told, files, quarantine } = await waiting('a letter')
    quarantine.held.set(files[0]!.path, words('not what was sealed, and long enough to be'))
    expect(await lookThrough(looking)).toMatchObject({ later: 1 })
    quarantine.held.clear()
    expect(await lookThrough(looking)).toMatchObject({ later: 1 })
    expect(told).toEqual([])
  })

  it('is not lost where a process dies after any step', async () => {
    for (const dies of ['write', 'clean', 'remove'] as const) {
      const { looking, files, told, clean } = await waiting('a letter')
      const die = () => Promise.reject(new Error('died'))
      await lookThrough({
        ...looking,
        ...(dies === 'write' && { clean: { ...looking.clean, write: die } }),
        ...(dies === 'clean' && { record: { ...looking.record, clean: die } }),
        ...(dies === 'remove' && { quarantine: { ...looking.quarantine, remove: die } }),
      })
      expect(await lookThrough(looking)).toMatchObject({ clean: 1 })
      expect(told.at(-1)).toBe(`clean ${files[0]!.id}`)
      expect(clean.held.has(files[0]!.path)).toBe(true)
    }
  })
})
