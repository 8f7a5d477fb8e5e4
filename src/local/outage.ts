import { z } from 'zod'
import { parsedJson } from './web.ts'

const schema = z.object({
  /** The status answered instead; 0 cuts the connection. */
  status: z.union([z.literal(0), z.int().min(400).max(599)]),
  /** How many requests meet it. */
  count: z.int().min(0).default(1),
  /** True where the request is carried out and only its answer is lost or replaced. */
  after: z.boolean().default(false),
})

/** What a request meets while a part is down. */
export type Failure = Omit<z.infer<typeof schema>, 'count'>

/** A part's promise to fail the next few requests, so that tests can see what the portal does then. */
export class Outage {
  #failure: Failure = { status: 500, after: false }
  #left = 0

  /** Takes { status, count?, after? } as JSON; false where it is anything else. */
  order(json: string): boolean {
    const order = schema.safeParse(parsedJson(json))
    if (!order.success) return false
    this.#failure = order.data
    this.#left = order.data.count
    return true
  }

  /** The failure this request must meet, if any. */
  next(): Failure | undefined {
    if (this.#left === 0) return undefined
    this.#left -= 1
    return this.#failure
  }
}
