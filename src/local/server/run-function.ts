import { randomUUID } from 'node:crypto'
import type { Context } from '@netlify/functions'
import { complain } from '../complain.ts'
import type { SiteFunction } from './functions.ts'

/** Runs functions, and knows what they still have to do after their answers. */
export class FunctionRunner {
  readonly #site: string
  readonly #unfinished = new Set<Promise<unknown>>()

  constructor(site: string) {
    this.#site = site
  }

  /** The function's answer; a plain 500 where it throws. Only what is real is in its context. */
  async run(
    called: SiteFunction,
    request: Request,
    known: { ip: string; params: Record<string, string> },
  ): Promise<Response> {
    const requestId = randomUUID()
    const context: Partial<Context> = {
      ...known,
      requestId,
      url: new URL(request.url),
      site: { url: this.#site },
      json: (value) => Response.json(value),
      log: console.log,
      waitUntil: (promise) => this.#finishLater(promise, called.name),
    }
    try {
      return (await called.handle(request, context as Context)) ?? new Response(null, { status: 204 })
    } catch (error) {
      complain(`functions/${called.name}`, error)
      return new Response('Something went wrong.', {
        status: 500,
        headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
      })
    }
  }

  /** Waits for what functions left to do after answering, at most `milliseconds`. */
  async finish(milliseconds: number): Promise<void> {
    const late = new Promise((resolve) => setTimeout(resolve, milliseconds).unref())
    await Promise.race([Promise.allSettled(this.#unfinished), late])
  }

  #finishLater(promise: Promise<unknown>, name: string): void {
    const watched = Promise.resolve(promise)
      .catch((error: unknown) => complain(`functions/${name}`, error))
      .finally(() => this.#unfinished.delete(watched))
    this.#unfinished.add(watched)
  }
}
