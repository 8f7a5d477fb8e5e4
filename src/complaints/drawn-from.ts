import type { Keys, RandomNumber } from './ports.ts'

/** What a submission is given by chance. */
interface Drawn {
  readonly random: RandomNumber
  readonly newId: () => string
}

/**
 * Chance that comes out the same each time for one submission, and that nobody can foretell without the portal's secret.
 *
 * So whoever sends the same form again is given the same reference and the same code, even where the record is away
 * and nobody can look up what they were given before; and where the record had kept it after all and only its answer
 * was lost, it has that reference too.
 */
export function drawnFrom(submissionId: string, { draw }: Pick<Keys, 'draw'>): Drawn {
  const bytes = bytesOf((part) => draw(`${submissionId}:number:${part}`))
  let ids = 0
  return {
    random(below) {
      // What would make the first numbers likelier is drawn again. `below` is at most 256.
      const most = 256 - (256 % below)
      for (;;) {
        const byte = bytes()
        if (byte < most) return byte % below
      }
    },
    newId() {
      ids += 1
      const hex = Buffer.from(draw(`${submissionId}:id:${ids}`)).toString('hex')
      // RFC 9562, version 8: made in a way of our own.
      return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `8${hex.slice(13, 16)}`,
        `a${hex.slice(17, 20)}`,
        hex.slice(20, 32),
      ].join('-')
    },
  }
}

function bytesOf(draw: (part: number) => Uint8Array): () => number {
  let part = 0
  let left: number[] = []
  return () => {
    if (!left.length) left = [...draw((part += 1))]
    return left.shift() as number
  }
}
